import { formatDateTime, hostMerge } from '@khac-sau/language'
import type { Merges } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import rows from '../parts/row-list.module.css'
import { useAction } from '../parts/use-action.ts'
import { memberMonths } from './member-months.ts'
import type { MergeActions } from './merge-actions.ts'

type Merge = Merges['merges'][number]

type MergedEntriesProps = {
  readonly merges: readonly Merge[]
  readonly actions: Pick<MergeActions, 'unmerge'>
  readonly onDone: (name: string) => void
}

export function MergedEntries({ merges, actions, onDone }: MergedEntriesProps) {
  const text = useMessages(hostMerge)
  const { busy, failure, run } = useAction()
  const [asked, setAsked] = useState<Merge | null>(null)
  const unmerge = async ({ memberId, name }: Merge) => {
    const outcome = await run(() => actions.unmerge(memberId))
    setAsked(null)
    if (outcome.ok) onDone(name)
  }
  return (
    <Card title={text.mergedTitle}>
      <FailureBanner failure={failure} />
      {merges.length === 0 ? (
        <p>{text.noMerges}</p>
      ) : (
        <ul className={rows.rows}>
          {merges.map((merge) => (
            <MergedEntry key={merge.memberId} merge={merge} onAsk={() => setAsked(merge)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={text.unmergeTitle({ name: asked?.name ?? '' })}
        confirmLabel={text.unmerge}
        cancelLabel={text.unmergeCancel}
        busy={busy}
        onCancel={() => setAsked(null)}
        onConfirm={() => asked && void unmerge(asked)}
      >
        <p>{text.unmergeText}</p>
      </ConfirmDialog>
    </Card>
  )
}

function MergedEntry({ merge, onAsk }: { readonly merge: Merge; readonly onAsk: () => void }) {
  const text = useMessages(hostMerge)
  const { locale } = useLanguage()
  const { name, groupName, intoName, mergedByName, mergedAtMs } = merge
  const time = formatDateTime(mergedAtMs)
  const by = mergedByName === null ? text.mergedAt({ time }) : text.mergedBy({ name: mergedByName, time })
  return (
    <li className={rows.row}>
      <div>
        <p>
          <b>{groupName === '' ? name : `${name}, ${groupName}`}</b> {text.mergedInto({ name: intoName })}
        </p>
        <p className={rows.details}>
          {memberMonths(merge, locale)} · {by}
        </p>
      </div>
      <Button aria-label={text.unmergeOf({ name })} onClick={onAsk}>
        {text.unmerge}
      </Button>
    </li>
  )
}
