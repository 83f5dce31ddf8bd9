import { hostRoster } from '@khac-sau/language'
import type { Member, RosterPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAction } from '../parts/use-action.ts'
import type { RosterActions } from './roster-actions.ts'
import { indistinguishable } from './same-people.ts'
import styles from './roster-preview-list.module.css'

type RosterPreviewListProps = {
  readonly preview: RosterPreview
  readonly members: readonly Member[]
  readonly actions: RosterActions
  readonly onBack: () => void
  readonly onSaved: () => void
}

type Entry = RosterPreview['entries'][number]

export function RosterPreviewList({ preview, members, actions, onBack, onSaved }: RosterPreviewListProps) {
  const text = useMessages(hostRoster)
  const { busy, failure, run } = useAction()
  const [entries, setEntries] = useState<readonly Entry[]>(preview.entries)
  const active = members.filter((member) => member.active)
  const twins = indistinguishable(entries, active)
  const hasNameless = entries.some(({ name }) => name.trim() === '')
  const canSave = entries.length > 0 && twins.size === 0 && !hasNameless
  const save = async () => {
    const people = entries.map(({ name, groupName }) => ({ name: name.trim(), groupName: groupName.trim() }))
    const outcome = await run(() => actions.add(people))
    if (outcome.ok) onSaved()
  }
  const replace = (index: number, change: Partial<Entry>) =>
    setEntries(entries.map((entry, place) => (place === index ? { ...entry, ...change } : entry)))
  return (
    <>
      <PageHead title={text.previewTitle} lead={text.previewLead} />
      <RosterProblems problems={preview.problems} />
      <FailureBanner failure={failure} />
      <ol className={styles.entries}>
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.line}
            entry={entry}
            isTwin={twins.has(index)}
            onChange={(change) => replace(index, change)}
            onRemove={() => setEntries(entries.filter((_, place) => place !== index))}
          />
        ))}
      </ol>
      <div className={styles.actions}>
        <Button variant="primary" size="large" busy={busy} disabled={!canSave} onClick={() => void save()}>
          {text.savePeople({ count: entries.length })}
        </Button>
        <Button onClick={onBack}>{text.backToText}</Button>
        <p className={styles.why} role="status">
          {entries.length === 0 && text.nothingLeft}
          {twins.size > 0 && text.duplicatesLeft}
        </p>
      </div>
    </>
  )
}

type EntryRowProps = {
  readonly entry: Entry
  readonly isTwin: boolean
  readonly onChange: (change: Partial<Entry>) => void
  readonly onRemove: () => void
}

function EntryRow({ entry, isTwin, onChange, onRemove }: EntryRowProps) {
  const text = useMessages(hostRoster)
  return (
    <li className={styles.entry}>
      <TextField
        label={text.name}
        maxLength={80}
        error={entry.name.trim() === '' ? text.nameMissing : undefined}
        value={entry.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={text.group}
        maxLength={80}
        hint={entry.onRoster && !isTwin ? text.perhapsOnRoster : undefined}
        error={isTwin ? (entry.onRoster ? text.onRoster : text.twins) : undefined}
        value={entry.groupName}
        onChange={(event) => onChange({ groupName: event.target.value })}
      />
      <div className={styles.remove}>
        <IconButton icon="trash" label={text.removeLine({ name: entry.name })} onClick={onRemove} />
      </div>
    </li>
  )
}

function RosterProblems({ problems }: { readonly problems: RosterPreview['problems'] }) {
  const text = useMessages(hostRoster)
  const textOf = useRosterProblemText()
  // Duplicates are asked about at the rows themselves, where they can be told apart.
  const shown = problems.filter(({ code }) => code !== 'duplicate')
  if (shown.length === 0) return null
  return (
    <Banner tone="warning" title={text.problemsTitle}>
      <ul>
        {shown.map((problem) => (
          <li key={`${problem.code}/${problem.line}`}>
            {problem.line !== null && <b>{text.line({ line: problem.line })}: </b>}
            {textOf(problem)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function useRosterProblemText(): (problem: RosterPreview['problems'][number]) => string {
  const text = useMessages(hostRoster)
  return ({ code, values }) => {
    const { name = '', limit = '', other = '' } = values
    switch (code) {
      case 'empty':
      case 'too-large':
        return text[code]
      case 'too-many':
        return text[code]({ limit })
      case 'too-long':
      case 'no-letters':
        return text[code]({ name })
      case 'duplicate':
        return text[code]({ name, other })
      default:
        return text.otherProblem
    }
  }
}
