import { hostAccount, hostShell } from '@khac-sau/language'
import { type CellChange, SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { ChoiceList } from '../parts/choice-list.tsx'
import { ConflictBanner, type Difference } from '../parts/conflict-banner.tsx'
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
  /** What the form was made from: what is saved elsewhere meanwhile does not take away what is being written. */
  const [base, setBase] = useState(cell)
  return (
    <>
      <PageHead title={text.cellTitle} />
      {/* A new version begins the form anew; that this one was saved stays said. */}
      <CellForm key={base.revision} base={base} cell={cell} saved={saved} onSaved={setSaved} onBase={setBase} />
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
  readonly base: Cell
  /** What is stored, as far as this page knows. */
  readonly cell: Cell
  readonly saved: boolean
  readonly onSaved: (saved: boolean) => void
  readonly onBase: (cell: Cell) => void
}

type Wanted = Omit<CellChange, 'revision'>

function CellForm({ base, cell, saved, onSaved, onBase }: CellFormProps) {
  const text = useMessages(hostAccount)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, lastChange, run } = useAction()
  const [name, setName] = useState(base.name)
  const [publicPlaces, setPublicPlaces] = useState(base.publicPlaces)
  const [memberProof, setMemberProof] = useState(base.memberProof)
  const wanted: Wanted = {
    ...(name.trim() === base.name ? {} : { name: name.trim() }),
    ...(publicPlaces === base.publicPlaces ? {} : { publicPlaces }),
    ...(memberProof === base.memberProof ? {} : { memberProof }),
  }
  const changed = Object.keys(wanted).length > 0
  const isOutdated = cell.revision !== base.revision
  useEffect(() => {
    if (!changed && isOutdated) onBase(cell)
  }, [changed, isOutdated, cell, onBase])
  const save = async (revision: number) => {
    if (name.trim() === '') return
    const body = { revision, ...wanted }
    const outcome = await run(() => request('PATCH', '/api/cell', SignedIn, { body }))
    onSaved(outcome.ok)
    if (!outcome.ok) {
      if (outcome.failure === 'conflict') await client.invalidateQueries({ queryKey: keys.session })
      return
    }
    client.setQueryData(keys.session, outcome.value)
    onBase(outcome.value.cell)
  }
  const differences = useDifferences(base, cell, wanted)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save(base.revision)
      }}
    >
      <Card>
        {failure === 'conflict' && isOutdated ? (
          <ConflictBanner
            lastChange={lastChange}
            differences={differences}
            busy={busy}
            onTakeNewest={() => onBase(cell)}
            onKeepMine={() => void save(cell.revision)}
          />
        ) : (
          <FailureBanner failure={failure} lastChange={lastChange} />
        )}
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

function useDifferences(base: Cell, cell: Cell, wanted: Wanted): readonly Difference[] {
  const text = useMessages(hostAccount)
  const places = { 'top-3': text.top3, 'top-10': text.top10, all: text.all }
  const proofs = { name: text.proofByName, pin: text.proofByPin, link: text.proofByLink }
  const rows = [
    { label: text.cellName, base: base.name, stored: cell.name, mine: wanted.name },
    row(text.memberProof, proofs, base.memberProof, cell.memberProof, wanted.memberProof),
    row(text.publicPlaces, places, base.publicPlaces, cell.publicPlaces, wanted.publicPlaces),
  ]
  return rows
    .filter(({ base: before, stored, mine }) => stored !== before || (mine !== undefined && mine !== stored))
    .map(({ label, stored, mine }) => ({ label, stored, mine: mine ?? null }))
}

function row<Value extends string>(
  label: string,
  words: Readonly<Record<Value, string>>,
  base: Value,
  stored: Value,
  mine: Value | undefined,
) {
  return { label, base: words[base], stored: words[stored], mine: mine && words[mine] }
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
    { value: 'link', label: text.proofByLink, hint: text.proofByLinkHint },
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
