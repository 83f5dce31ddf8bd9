import { hostAdministration, hostShell } from '@khac-sau/language'
import { InstallationQuotas } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import formStyles from '../parts/short-form.module.css'
import { useAction } from '../parts/use-action.ts'
import { administrationKeys } from './administration-queries.ts'

type ServerScreenProps = { readonly quotas: InstallationQuotas; readonly version: string }

export function ServerScreen({ quotas, version }: ServerScreenProps) {
  const text = useMessages(hostAdministration)
  return (
    <>
      <PageHead title={text.server} />
      <QuotasCard quotas={quotas} />
      <Card title={text.versionTitle}>
        <p>{text.version({ version })}</p>
        <div>
          <LinkButton href={text.notesAddress} target="_blank" rel="noopener">
            {text.notes}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}

const names = ['mostCells', 'mostMembers', 'mostContests'] as const

function QuotasCard({ quotas }: { readonly quotas: InstallationQuotas }) {
  const text = useMessages(hostAdministration)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [typed, setTyped] = useState(() => ({
    mostCells: quotas.mostCells?.toString() ?? '',
    mostMembers: quotas.mostMembers?.toString() ?? '',
    mostContests: quotas.mostContests?.toString() ?? '',
  }))
  const [saved, setSaved] = useState(false)
  const read = InstallationQuotas.safeParse({
    mostCells: figureOf(typed.mostCells),
    mostMembers: figureOf(typed.mostMembers),
    mostContests: figureOf(typed.mostContests),
  })
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0]))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!read.success) return
    const outcome = await run(() =>
      request('PUT', '/api/administration/quotas', InstallationQuotas, { body: read.data }),
    )
    setSaved(outcome.ok)
    if (outcome.ok) await client.invalidateQueries({ queryKey: administrationKeys.cells })
  }
  return (
    <Card title={text.quotasTitle}>
      <p>{text.quotasLead}</p>
      <form className={formStyles.form} noValidate onSubmit={(event) => void save(event)}>
        <FailureBanner failure={failure} />
        {names.map((name) => (
          <TextField
            key={name}
            label={text[name]}
            error={wrong.has(name) ? text.notANumber : undefined}
            inputMode="numeric"
            maxLength={7}
            value={typed[name]}
            onChange={(event) => {
              setSaved(false)
              setTyped({ ...typed, [name]: event.target.value })
            }}
          />
        ))}
        <div>
          <Button type="submit" variant="primary" busy={busy} disabled={!read.success}>
            {shell.save}
          </Button>
        </div>
        <StatusLine>{saved && text.quotasSaved}</StatusLine>
      </form>
    </Card>
  )
}

/** Nothing at all is no limit; what is no figure is refused by the schema. */
function figureOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed.trim().replaceAll(/[.\s]/g, ''))
}
