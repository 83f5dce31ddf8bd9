import { compareNames, hostRoster, nameMatches } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { AddMember } from './add-member.tsx'
import { MemberRows } from './member-rows.tsx'
import { PasteRoster } from './paste-roster.tsx'
import type { RosterActions } from './roster-actions.ts'
import styles from './roster-screen.module.css'

type RosterScreenProps = { readonly members: readonly Member[]; readonly actions: RosterActions }

export function RosterScreen({ members, actions }: RosterScreenProps) {
  const text = useMessages(hostRoster)
  const [adding, setAdding] = useState<'one' | 'list' | null>(null)
  const done = () => setAdding(null)
  const pasteButton = (
    <Button variant="primary" icon="plus" onClick={() => setAdding('list')}>
      {text.paste}
    </Button>
  )
  if (adding === 'list') return <PasteRoster members={members} actions={actions} onClose={done} />
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {pasteButton}
            <Button onClick={() => setAdding('one')}>{text.add}</Button>
          </>
        }
      />
      {adding === 'one' && <AddMember members={members} actions={actions} onClose={done} />}
      {members.length === 0 ? (
        <EmptyState title={text.emptyTitle} action={pasteButton}>
          {text.emptyNext}
        </EmptyState>
      ) : (
        <FoundMembers members={members} actions={actions} />
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
