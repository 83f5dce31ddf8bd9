import { formatMonth, hostAccount, hostHome, hostShell } from '@khac-sau/language'
import { ContestSummary } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { currentMonth, MonthField } from '../parts/month-field.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import styles from './new-contest-dialog.module.css'

/** All that is needed of the answer: where to go on. */
const Created = ContestSummary.pick({ contestId: true })

export function NewContestDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useMessages(hostHome)
  const shell = useMessages(hostShell)
  const account = useMessages(hostAccount)
  const { locale } = useLanguage()
  const formId = useId()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [month, setMonth] = useState(() => currentMonth())
  /** `null` until somebody types: until then the title follows the month. */
  const [typed, setTyped] = useState<string | null>(null)
  const title = typed ?? text.defaultTitle({ month: formatMonth(month, locale) })
  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    const outcome = await run(() => request('POST', '/api/contests', Created, { body: { month, title: title.trim() } }))
    if (!outcome.ok) return
    void client.invalidateQueries({ queryKey: keys.contests })
    navigate(`/contest/${outcome.value.contestId}`)
  }
  return (
    <Dialog
      open
      title={text.createTitle}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {text.create}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void create(event)}>
        <FailureBanner failure={failure} />
        <MonthField label={shell.month} value={month} onChange={setMonth} />
        <TextField
          label={text.contestTitle}
          maxLength={200}
          error={title.trim() === '' ? account.required : undefined}
          value={title}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
