import { hostMerge, sortByName } from '@khac-sau/language'
import type { Member, MergePreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { described } from './described-member.ts'
import { MergeLook } from './merge-look.tsx'
import { memberMonths } from './member-months.ts'
import type { MergeActions } from './merge-actions.ts'
import styles from './merge-choice.module.css'

type MergeChoiceProps = {
  readonly members: readonly Member[]
  readonly actions: Pick<MergeActions, 'look' | 'merge'>
  readonly onDone: (name: string) => void
}

export function MergeChoice({ members, actions, onDone }: MergeChoiceProps) {
  const text = useMessages(hostMerge)
  const { locale } = useLanguage()
  const looking = useAction()
  const merging = useAction()
  const [keptId, setKeptId] = useState('')
  const [mergedId, setMergedId] = useState('')
  const [preview, setPreview] = useState<MergePreview | null>(null)
  const [kept, merged] = [keptId, mergedId].map((id) => members.find(({ memberId }) => memberId === id))
  const isSame = keptId !== '' && keptId === mergedId
  const choices = [
    { value: '', label: text.choose },
    ...sortByName(members, ({ name }) => name).map((member) => ({
      value: member.memberId,
      label: `${described(member)} – ${memberMonths(member, locale)}`,
    })),
  ]
  const choose = (set: (id: string) => void) => (id: string) => {
    set(id)
    setPreview(null)
    looking.clearFailure()
    merging.clearFailure()
  }
  const merge = { memberId: mergedId, intoMemberId: keptId }
  const look = async () => {
    const outcome = await looking.run(() => actions.look(merge))
    setPreview(outcome.ok ? outcome.value : null)
  }
  const confirm = async () => {
    const outcome = await merging.run(() => actions.merge(merge))
    if (!outcome.ok) return
    setPreview(null)
    setMergedId('')
    onDone(kept?.name ?? '')
  }
  if (members.length < 2) return <EmptyState title={text.tooFew} />
  return (
    <Card>
      <FailureBanner failure={looking.failure ?? merging.failure} lastChange={merging.lastChange} />
      <div className={styles.choices}>
        <Select
          label={text.kept}
          choices={choices}
          value={keptId}
          onChange={(event) => choose(setKeptId)(event.target.value)}
        />
        <Select
          label={text.merged}
          error={isSame ? text.sameEntry : undefined}
          choices={choices}
          value={mergedId}
          onChange={(event) => choose(setMergedId)(event.target.value)}
        />
      </div>
      {preview && kept && merged ? (
        <MergeLook kept={kept} merged={merged} preview={preview} busy={merging.busy} onMerge={() => void confirm()} />
      ) : (
        <div>
          <Button
            variant="primary"
            busy={looking.busy}
            disabled={!kept || !merged || isSame}
            onClick={() => void look()}
          >
            {text.look}
          </Button>
        </div>
      )}
    </Card>
  )
}
