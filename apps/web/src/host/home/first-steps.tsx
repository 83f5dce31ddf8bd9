import { hostHome } from '@khac-sau/language'
import type { ContestSummary } from '@khac-sau/protocol'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './first-steps.module.css'

export type Steps = {
  readonly hasRoster: boolean
  /** The contest being written, or the newest of all. */
  readonly contest: ContestSummary | undefined
  readonly hasQuestions: boolean
  /** No room has ever been opened: the guide is of use. */
  readonly isBeginning: boolean
}

export function stepsOf(contests: readonly ContestSummary[], activeMembers: number): Steps {
  const contest = contests.find(({ stage }) => stage === 'draft') ?? contests[0]
  return {
    hasRoster: activeMembers > 0,
    contest,
    hasQuestions: (contest?.questionCount ?? 0) > 0,
    isBeginning: contests.every(({ stage }) => stage === 'draft'),
  }
}

type FirstStepsProps = {
  readonly steps: Steps
  readonly activeMembers: number
  readonly onCreate: () => void
}

/** Roster, contest, room: what is done and what comes next. */
export function FirstSteps({ steps, activeMembers, onCreate }: FirstStepsProps) {
  const text = useMessages(hostHome)
  const { hasRoster, contest, hasQuestions } = steps
  const toContest = (label: string) => contest && <ToPlace href={`/contest/${contest.contestId}`} label={label} />
  const create = (
    <Button variant="primary" onClick={onCreate}>
      {text.create}
    </Button>
  )
  return (
    <Card title={text.guideTitle}>
      <ol className={styles.steps}>
        <Step
          number={1}
          title={text.stepRoster}
          state={hasRoster ? 'done' : 'now'}
          action={<ToPlace href="/roster" label={text.toRoster} />}
        >
          {hasRoster ? text.stepRosterDone({ count: activeMembers }) : text.stepRosterText}
        </Step>
        <Step
          number={2}
          title={text.stepContest}
          state={hasQuestions ? 'done' : hasRoster ? 'now' : 'later'}
          action={toContest(text.toContest) ?? create}
        >
          {hasQuestions ? text.stepContestDone({ count: contest?.questionCount ?? 0 }) : text.stepContestText}
        </Step>
        <Step
          number={3}
          title={text.stepRoom}
          state={hasRoster && hasQuestions ? 'now' : 'later'}
          action={toContest(text.stepRoom)}
        >
          {text.stepRoomText} <Link href="/connection">{text.stepCheck}</Link>
        </Step>
      </ol>
    </Card>
  )
}

type StepProps = {
  readonly number: number
  readonly title: string
  readonly state: 'done' | 'now' | 'later'
  readonly children: ReactNode
  readonly action: ReactNode
}

function Step({ number, title, state, children, action }: StepProps) {
  const text = useMessages(hostHome)
  const stateWord = { done: text.guideDone, now: text.guideNow, later: text.guideLater }[state]
  return (
    <li className={classNames(styles.step, styles[state])} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.number}>{state === 'done' ? <Icon name="tick" /> : number}</span>
      <div>
        <h3>
          {title} <VisuallyHidden>({stateWord})</VisuallyHidden>
        </h3>
        <p className={styles.words}>{children}</p>
      </div>
      {state === 'now' && <div className={styles.action}>{action}</div>}
    </li>
  )
}

function ToPlace({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Link href={href} asChild>
      <LinkButton variant="primary">{label}</LinkButton>
    </Link>
  )
}
