import { formatMonth, hostAccount, hostHome } from '@khac-sau/language'
import type { ContestSummary, SignedIn } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StageBadge } from '../parts/stage-badge.tsx'
import { useTried } from '../parts/tried-steps.ts'
import { FirstSteps, ShowFirstSteps } from './first-steps.tsx'
import { NewContestDialog } from './new-contest-dialog.tsx'
import { stepsOf } from './steps.ts'
import styles from './home-screen.module.css'

type HomeScreenProps = {
  readonly cell: SignedIn['cell']
  readonly contests: readonly ContestSummary[]
  readonly activeMembers: number
}

export function HomeScreen({ cell, contests, activeMembers }: HomeScreenProps) {
  const text = useMessages(hostHome)
  const [creating, setCreating] = useState(false)
  const tried = useTried()
  const steps = stepsOf(contests, activeMembers, tried)
  const isGuided = steps.isBeginning && !tried.has('guide')
  const create = (
    <Button variant={isGuided ? 'secondary' : 'primary'} icon="plus" onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  )
  return (
    <>
      <PageHead above={<p className={styles.cell}>{cell.name}</p>} title={text.title} actions={create} />
      {isGuided && <FirstSteps steps={steps} activeMembers={activeMembers} onCreate={() => setCreating(true)} />}
      {contests.length === 0 && !isGuided && (
        <EmptyState title={text.emptyTitle} action={create}>
          {text.emptyNext}
        </EmptyState>
      )}
      <Months contests={contests} />
      {steps.isBeginning && !isGuided && <ShowFirstSteps />}
      <div className={styles.cards}>
        <div className={styles.left}>
          <RosterCard activeMembers={activeMembers} />
          <CheckCard />
        </div>
        <BoardCard boardUrl={cell.boardUrl} />
      </div>
      {creating && <NewContestDialog onClose={() => setCreating(false)} />}
    </>
  )
}

function Months({ contests }: { readonly contests: readonly ContestSummary[] }) {
  const { locale } = useLanguage()
  const months = [...new Set(contests.map(({ month }) => month))].sort().reverse()
  return months.map((month) => (
    <section key={month} className={styles.month}>
      <h2 className={styles.monthName}>{formatMonth(month, locale)}</h2>
      <ul className={styles.contests}>
        {contests
          .filter((contest) => contest.month === month)
          .map((contest) => (
            <ContestRow key={contest.contestId} contest={contest} />
          ))}
      </ul>
    </section>
  ))
}

function ContestRow({ contest }: { readonly contest: ContestSummary }) {
  const text = useMessages(hostHome)
  const { contestId, title, stage, questionCount, countsForSeason } = contest
  const { href, label } = {
    draft: { href: `/contest/${contestId}`, label: text.editContest },
    open: { href: `/contest/${contestId}/live`, label: text.openContest },
    finished: { href: `/contest/${contestId}/live`, label: text.finishedContest },
    settled: { href: `/contest/${contestId}/result`, label: text.settledContest },
  }[stage]
  const questions = questionCount === 0 ? text.noQuestions : text.questions({ count: questionCount })
  return (
    <li className={styles.contest}>
      <div className={styles.about}>
        <h3>
          <Link href={`/contest/${contestId}`} className={styles.title}>
            {title}
          </Link>
        </h3>
        <p className={styles.details}>{countsForSeason ? questions : `${questions} · ${text.notCounted}`}</p>
      </div>
      <StageBadge stage={stage} />
      <Link href={href} asChild>
        <LinkButton variant={stage === 'open' || stage === 'finished' ? 'primary' : 'secondary'}>{label}</LinkButton>
      </Link>
    </li>
  )
}

function RosterCard({ activeMembers }: { readonly activeMembers: number }) {
  const text = useMessages(hostHome)
  return (
    <Card look="plain" title={text.rosterTitle}>
      <p>{text.rosterCount({ count: activeMembers })}</p>
      <div>
        <Link href="/roster" asChild>
          <LinkButton icon="people">{text.toRoster}</LinkButton>
        </Link>
      </div>
    </Card>
  )
}

function CheckCard() {
  const text = useMessages(hostHome)
  return (
    <Card look="plain" title={text.checkTitle}>
      <p>{text.checkText}</p>
      <div>
        <Link href="/connection" asChild>
          <LinkButton>{text.toCheck}</LinkButton>
        </Link>
      </div>
    </Card>
  )
}

function BoardCard({ boardUrl }: { readonly boardUrl: string }) {
  const text = useMessages(hostHome)
  const account = useMessages(hostAccount)
  return (
    <Card look="plain" title={text.boardTitle}>
      <p>{text.boardText}</p>
      <CopyField label={text.boardTitle} value={boardUrl} />
      <div>
        <LinkButton href={boardUrl} target="_blank" rel="noreferrer" icon="star">
          {account.openBoard}
        </LinkButton>
      </div>
    </Card>
  )
}
