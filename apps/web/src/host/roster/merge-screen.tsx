import { hostMerge } from '@khac-sau/language'
import type { Member, Merges } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { PageHead } from '../parts/page-head.tsx'
import type { MergeActions } from './merge-actions.ts'
import { MergeChoice } from './merge-choice.tsx'
import { MergedEntries } from './merged-entries.tsx'

type MergeScreenProps = {
  readonly members: readonly Member[]
  readonly merges: Merges['merges']
  readonly actions: MergeActions
}

/** S4: choose two, look, confirm; and what was merged, to be taken back. */
export function MergeScreen({ members, merges, actions }: MergeScreenProps) {
  const text = useMessages(hostMerge)
  const [done, setDone] = useState('')
  return (
    <>
      <PageHead title={text.title} lead={text.lead} above={<Link href="/roster">← {text.toRoster}</Link>} />
      <StatusLine>{done}</StatusLine>
      <MergeChoice members={members} actions={actions} onDone={(name) => setDone(text.done({ name }))} />
      <MergedEntries merges={merges} actions={actions} onDone={(name) => setDone(text.unmerged({ name }))} />
    </>
  )
}
