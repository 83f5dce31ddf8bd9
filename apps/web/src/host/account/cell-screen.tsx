import { hostAccount, hostShell } from '@khac-sau/language'
import type { SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { ChoiceList } from '../parts/choice-list.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import styles from './cell-screen.module.css'

type Cell = SignedIn['cell']

export function CellScreen({ cell }: { readonly cell: Cell }) {
  const text = useMessages(hostAccount)
  const [saved, setSaved] = useState(false)
  return (
    <>
      <PageHead title={text.cellTitle} />
      {/* What was saved elsewhere begins the form anew; that this one was saved stays said. */}
      <CellForm
        key={`${cell.name}/${cell.publicPlaces}/${cell.memberProof}`}
        cell={cell}
        saved={saved}
        onSaved={setSaved}
      />
      <Card title={text.boardTitle}>
        <p>{text.boardLead}</p>
        <CopyField label={text.boardTitle} value={cell.boardUrl} />
        <div>
          <LinkButton href={cell.boardUrl} target="_blank" rel="noreferrer">
            {text.openBoard}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}

type CellFormProps = {
  readonly cell: Cell
  readonly saved: boolean
  readonly onSaved: (saved: boolean) => void
}

function CellForm({ cell, saved, onSaved }: CellFormProps) {
  const text = useMessages(hostAccount)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [name, setName] = useState(cell.name)
  const [publicPlaces, setPublicPlaces] = useState(cell.publicPlaces)
  const [memberProof, setMemberProof] = useState(cell.memberProof)
  const changed = name.trim() !== cell.name || publicPlaces !== cell.publicPlaces || memberProof !== cell.memberProof
  const save = async () => {
    if (name.trim() === '') return
    const body = { name: name.trim(), publicPlaces, memberProof }
    const outcome = await run(() => request('PATCH', '/api/cell', anyAnswer, { body }))
    onSaved(outcome.ok)
    if (!outcome.ok) return
    await client.invalidateQueries({ queryKey: keys.session })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Card>
        <FailureBanner failure={failure} />
        <TextField
          label={text.cellName}
          error={name.trim() === '' ? text.required : undefined}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <MemberProofChoice value={memberProof} onChange={setMemberProof} />
        <PublicPlacesChoice value={publicPlaces} onChange={setPublicPlaces} />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={busy} disabled={!changed}>
            {shell.save}
          </Button>
          <StatusLine>{saved && !changed && text.cellSaved}</StatusLine>
        </div>
      </Card>
    </form>
  )
}

type PublicPlacesChoiceProps = {
  readonly value: Cell['publicPlaces']
  readonly onChange: (value: Cell['publicPlaces']) => void
}

/** P1 */
function PublicPlacesChoice({ value, onChange }: PublicPlacesChoiceProps) {
  const text = useMessages(hostAccount)
  const choices = [
    { value: 'top-3', label: text.top3, hint: text.top3Hint },
    { value: 'top-10', label: text.top10, hint: text.top10Hint },
    { value: 'all', label: text.all, hint: text.allHint },
  ] as const
  return (
    <ChoiceList
      legend={text.publicPlaces}
      lead={text.publicPlacesLead}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  )
}

type MemberProofChoiceProps = {
  readonly value: Cell['memberProof']
  readonly onChange: (value: Cell['memberProof']) => void
}

/** D1 */
function MemberProofChoice({ value, onChange }: MemberProofChoiceProps) {
  const text = useMessages(hostAccount)
  const choices = [
    { value: 'name', label: text.proofByName, hint: text.proofByNameHint },
    { value: 'pin', label: text.proofByPin, hint: text.proofByPinHint },
  ] as const
  return (
    <>
      <ChoiceList legend={text.memberProof} choices={choices} value={value} onChange={onChange} />
      <p>
        <Link href="/roster/proofs">{text.toProofs}</Link>
      </p>
    </>
  )
}
