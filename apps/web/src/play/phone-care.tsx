import type { MemberState } from '@khac-sau/session'
import { AwakeLine } from './awake-line.tsx'
import { InAppBar } from './in-app-bar.tsx'
import { useSavedBuzz } from './use-saved-buzz.ts'
import { StickyBar } from '../ui/sticky-bar.tsx'
import { useAwake } from '../ui/use-awake.ts'

/** What a phone does beside the contest. Loaded after the first screen, which needs none of it. */
export function PhoneCare({ state: { view, answer } }: { readonly state: Pick<MemberState, 'view' | 'answer'> }) {
  const stage = view?.stage.name
  const held = useAwake(stage !== undefined && stage !== 'podium' && stage !== 'removed')
  useSavedBuzz(answer.name)
  // Nothing new comes up over a question, nor while one reads what became of it.
  if (stage !== undefined && stage !== 'lobby') return null
  const line = stage === 'lobby' && held !== null && <AwakeLine held={held} />
  return (
    <>
      {held && line}
      {/* What somebody should do is not left below the fold. */}
      {held === false && line && <StickyBar edge="bottom">{line}</StickyBar>}
      <InAppBar />
    </>
  )
}
