import { hostMerge } from '@khac-sau/language'
import type { ComponentType } from 'react'
import { Card } from '../ui/card.tsx'
import { PageHead } from '../host/parts/page-head.tsx'
import { MergeLook } from '../host/roster/merge-look.tsx'
import type { MergeActions } from '../host/roster/merge-actions.ts'
import { MergeScreen } from '../host/roster/merge-screen.tsx'
import { useMessages } from '../ui/language.tsx'
import { HostFrame } from './host-frame.tsx'
import { members } from './host-samples.ts'
import { mergePreview, merges } from './merge-samples.ts'
import { Pressed } from './pressed.tsx'

const actions: MergeActions = {
  look: async () => ({ ok: true, value: mergePreview }),
  merge: async () => ({ ok: true, value: { merges } }),
  unmerge: async () => ({ ok: true, value: { merges: [] } }),
}

/** S4 */
export const mergeStories: Readonly<Record<string, ComponentType>> = {
  'host-merge': () => <Screen />,
  'host-merge-none': () => <Screen made={[]} />,
  'host-merge-look': () => <Look />,
  'host-merge-confirm': () => (
    <Pressed words={(locale) => hostMerge[locale].merge}>
      <Look />
    </Pressed>
  ),
  'host-merge-both': () => <Look preview={{ ...mergePreview, both: mergePreview.contests }} />,
  'host-unmerge': () => (
    <Pressed words={(locale) => hostMerge[locale].unmergeOf({ name: '' }).trim()}>
      <Screen />
    </Pressed>
  ),
}

function Screen({ made = merges }: { readonly made?: typeof merges }) {
  return (
    <HostFrame>
      <MergeScreen members={members} merges={made} actions={actions} />
    </HostFrame>
  )
}

function Look({ preview = mergePreview }: { readonly preview?: typeof mergePreview }) {
  const [kept, merged] = [members[5], members[7]]
  if (!kept || !merged) return null
  return (
    <HostFrame>
      <Head />
      <Card>
        <MergeLook kept={kept} merged={merged} preview={preview} busy={false} onMerge={() => {}} />
      </Card>
    </HostFrame>
  )
}

/** As above the two that are chosen (merge-screen.tsx). */
function Head() {
  const text = useMessages(hostMerge)
  return <PageHead title={text.title} lead={text.lead} />
}
