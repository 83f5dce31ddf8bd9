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
import { useMay } from '../parts/use-may.ts'
import { FirstSteps, ShowFirstSteps } from './first-steps.tsx'
import { NewContestDialog } from './new-contest-dialog.tsx'
import { stepsOf } from './steps.ts'
import styles from './home-screen.module.css'

type HomeScreenProps = {
  readonly cell: SignedIn['cell']
  readonly contests: readonly ContestSummary[]
  /** `null` to whoever does not see the roster. */
  readonly activeMembers: number | null
}

export function HomeScreen({ cell, contests, activeMembers }: HomeScreenProps) {
  const text = useMessages(hostHome)
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const tried = useTried()
  const steps = stepsOf(contests, activeMembers ?? 0, tried)
  const prepares = may('prepare-contests')
  const isGuided = prepares && steps.isBeginning && !tried.has('guide')
  const create = prepares && (
    <Button variant={isGuided ? 'secondary' : 'primary'} icon="plus" onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  )
  return (
    <>
      <PageHead above={<p className={styles.cell}>{cell.name}</p>} title={text.title} actions={create || undefined} />
      {isGuided && <FirstSteps steps={steps} activeMembers={activeMembers ?? 0} onCreate={() => setCreating(true)} />}
      {contests.length === 0 && !isGuided && (
        <EmptyState title={text.emptyTitle} action={create || undefined}>
          {prepares ? text.emptyNext : text.emptyToOthers}
        </EmptyState>
      )}
      <Months contests={contests} />
      {prepares && steps.isBeginning && !isGuided && <ShowFirstSteps />}
      <div className={styles.cards}>
        <div className={styles.left}>
          {activeMembers !== null && <RosterCard activeMembers={activeMembers} />}
          {may('check-connection') && <CheckCard />}
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
  const { title, stage, questionCount, countsForSeason } = contest
  const place = usePlaceOf(contest)
  const questions = questionCount === 0 ? text.noQuestions : text.questions({ count: questionCount })
  return (
    <li className={styles.contest}>
      <div className={styles.about}>
        <h3>
          {place ? (
            <Link href={place.titleHref} className={styles.title}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p className={styles.details}>{countsForSeason ? questions : `${questions} · ${text.notCounted}`}</p>
      </div>
      <StageBadge stage={stage} />
      {place && (
        <Link href={place.href} asChild>
          <LinkButton variant={stage === 'open' || stage === 'finished' ? 'primary' : 'secondary'}>
            {place.label}
          </LinkButton>
        </Link>
      )}
    </li>
  )
}

/** Where whoever looks may go from here; a viewer to results alone. */
function usePlaceOf({ contestId, stage }: ContestSummary) {
  const text = useMessages(hostHome)
  const may = useMay()
  const contest = `/contest/${contestId}`
  const result = { href: `${contest}/result`, label: text.settledContest }
  if (!may('run-contest')) return stage === 'settled' ? { ...result, titleHref: result.href } : undefined
  const places = {
    draft: { href: contest, label: may('prepare-contests') ? text.editContest : text.openDraft },
    open: { href: `${contest}/live`, label: text.openContest },
    finished: { href: `${contest}/live`, label: text.finishedContest },
    settled: result,
  }
  return { ...places[stage], titleHref: contest }
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
