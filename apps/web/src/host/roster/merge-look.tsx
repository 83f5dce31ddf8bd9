import { formatMonth, hostMerge, joinNames } from '@khac-sau/language'
import type { Member, MergePreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { described } from './described-member.ts'
import { memberMonths } from './member-months.ts'
import choiceStyles from './merge-choice.module.css'
import styles from './merge-look.module.css'

type MergeLookProps = {
  readonly kept: Member
  readonly merged: Member
  readonly preview: MergePreview
  readonly busy: boolean
  readonly onMerge: () => void
}

/** What would be joined, side by side. */
export function MergeLook({ kept, merged, preview, busy, onMerge }: MergeLookProps) {
  const text = useMessages(hostMerge)
  const { locale } = useLanguage()
  const [isAsking, setIsAsking] = useState(false)
  const { contests, both } = preview
  return (
    <>
      <div className={choiceStyles.choices}>
        <Entry title={text.kept} member={kept} contests={contests} />
        <Entry title={text.merged} member={merged} contests={contests} />
      </div>
      {both.length > 0 ? (
        <Banner tone="error" title={text.bothTitle}>
          {text.both({
            contests: joinNames(
              both.map((one) => `${one.title} (${formatMonth(one.month, locale)})`),
              locale,
            ),
          })}
        </Banner>
      ) : (
        <>
          <p>
            {text.willBe({ name: kept.name, count: contests.length })} {text.phone}
          </p>
          <div>
            <Button variant="primary" busy={busy} onClick={() => setIsAsking(true)}>
              {text.merge}
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={isAsking}
        title={text.confirmTitle}
        confirmLabel={text.merge}
        cancelLabel={text.cancel}
        busy={busy}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          onMerge()
        }}
      >
        <p>{text.confirmText({ merged: described(merged), kept: described(kept) })}</p>
      </ConfirmDialog>
    </>
  )
}

type EntryProps = {
  readonly title: string
  readonly member: Member
  readonly contests: MergePreview['contests']
}

function Entry({ title, member, contests }: EntryProps) {
  const text = useMessages(hostMerge)
  const { locale } = useLanguage()
  const own = contests.filter(({ memberId }) => memberId === member.memberId)
  return (
    <section className={styles.entry}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.name}>{described(member)}</p>
      <p>
        {text.months}: {memberMonths(member, locale)}
      </p>
      <p>{own.length === 0 ? text.noContests : `${text.contests}:`}</p>
      <ul className={styles.contests}>
        {own.map((contest) => (
          <li key={contest.contestId}>
            {contest.title} ({formatMonth(contest.month, locale)})
          </li>
        ))}
      </ul>
    </section>
  )
}
