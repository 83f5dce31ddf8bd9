import { compareNames, hostMerge, hostProofs, hostRoster, nameMatches } from '@khac-sau/language'
import type { Member, RosterImport } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Failed } from '../parts/api.ts'
import { PageHead } from '../parts/page-head.tsx'
import { AddMember } from './add-member.tsx'
import { ImportRoster } from './import-roster.tsx'
import { MemberRows } from './member-rows.tsx'
import type { RosterActions } from './roster-actions.ts'
import { RosterDownloads } from './roster-downloads.tsx'
import styles from './roster-screen.module.css'

type RosterScreenProps = { readonly members: readonly Member[]; readonly actions: RosterActions }

export function RosterScreen({ members, actions }: RosterScreenProps) {
  const [isImporting, setIsImporting] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const save = async (list: RosterImport) => {
    setIsSaving(true)
    setFailed(null)
    const outcome = await actions.takeIn(list)
    setIsSaving(false)
    if (outcome.ok) setIsImporting(false)
    else setFailed(outcome)
  }
  return (
    <>
      {/* While it is saved the roster shows it already; where that fails, the list is as it was left. */}
      {isImporting && (
        <div className={styles.import} hidden={isSaving}>
          <ImportRoster
            members={members}
            failed={failed}
            onAgain={() => setFailed(null)}
            onSave={(list) => void save(list)}
            onClose={() => setIsImporting(false)}
          />
        </div>
      )}
      {(!isImporting || isSaving) && (
        <Roster members={members} actions={actions} onImport={() => setIsImporting(true)} />
      )}
    </>
  )
}

function Roster({ members, actions, onImport }: RosterScreenProps & { readonly onImport: () => void }) {
  const text = useMessages(hostRoster)
  const proofs = useMessages(hostProofs)
  const merge = useMessages(hostMerge)
  const [isAdding, setIsAdding] = useState(false)
  const importButton = (
    <Button variant="primary" icon="plus" onClick={onImport}>
      {text.import}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {importButton}
            <Button onClick={() => setIsAdding(true)}>{text.add}</Button>
            <Link href="/roster/proofs">{proofs.toProofs}</Link>
            {members.length > 1 && <Link href="/roster/merge">{merge.toMerge}</Link>}
          </>
        }
      />
      {isAdding && <AddMember members={members} actions={actions} onClose={() => setIsAdding(false)} />}
      {members.length === 0 ? (
        <EmptyState title={text.emptyTitle} action={importButton}>
          {text.emptyNext}
        </EmptyState>
      ) : (
        <>
          <FoundMembers members={members} actions={actions} />
          <RosterDownloads what="roster" lead={text.download} />
        </>
      )}
    </>
  )
}

function FoundMembers({ members, actions }: RosterScreenProps) {
  const text = useMessages(hostRoster)
  const [typed, setTyped] = useState('')
  const [withInactive, setWithInactive] = useState(false)
  const listed = members.filter(({ active }) => active || withInactive)
  const found = listed
    .filter(({ name }) => typed.trim() === '' || nameMatches(name, typed))
    .sort((a, b) => compareNames(a.name, b.name))
  return (
    <section className={styles.found}>
      <div className={styles.search}>
        <TextField
          label={text.search}
          hint={text.searchHint}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {members.some(({ active }) => !active) && (
          <Checkbox
            label={text.showInactive}
            checked={withInactive}
            onChange={(event) => setWithInactive(event.target.checked)}
          />
        )}
      </div>
      <StatusLine>{text.showing({ shown: found.length, total: listed.length })}</StatusLine>
      {found.length > 0 ? (
        <MemberRows members={found} all={members} actions={actions} />
      ) : (
        <EmptyState title={text.nobodyFound}>{text.nobodyFoundNext}</EmptyState>
      )}
    </section>
  )
}
