import { hostHome } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { GuidedStep } from '../parts/guided-step.tsx'
import { keepTried, type Triable } from '../parts/tried-steps.ts'
import { type Steps, stepNames } from './steps.ts'
import styles from './first-steps.module.css'

type FirstStepsProps = {
  readonly steps: Steps
  readonly activeMembers: number
  readonly onCreate: () => void
}

/** Roster, contest, connection, rehearsal, room: what is done and what comes next. */
export function FirstSteps({ steps, activeMembers, onCreate }: FirstStepsProps) {
  const text = useMessages(hostHome)
  const { states, contest } = steps
  const toContest = (label: string) => contest && <ToPlace href={`/contest/${contest.contestId}`} label={label} />
  const create = (
    <Button variant="primary" onClick={onCreate}>
      {text.create}
    </Button>
  )
  const parts = {
    roster: {
      title: text.stepRoster,
      words: states.roster === 'done' ? text.stepRosterDone({ count: activeMembers }) : text.stepRosterText,
      action: <ToPlace href="/roster" label={text.toRoster} />,
    },
    contest: {
      title: text.stepContest,
      words:
        states.contest === 'done' ? text.stepContestDone({ count: contest?.questionCount ?? 0 }) : text.stepContestText,
      action: toContest(text.toContest) ?? create,
    },
    check: {
      title: text.stepCheck,
      words: text.stepCheckText,
      action: <Skippable step="check">{<ToPlace href="/connection" label={text.toCheck} />}</Skippable>,
    },
    rehearsal: {
      title: text.stepRehearsal,
      words: text.stepRehearsalText,
      action: <Skippable step="rehearsal">{toContest(text.stepRehearsal)}</Skippable>,
    },
    room: { title: text.stepRoom, words: text.stepRoomText, action: toContest(text.stepRoom) },
  }
  return (
    <Card title={text.guideTitle}>
      <ol className={styles.steps}>
        {stepNames.map((name, index) => (
          <GuidedStep
            key={name}
            heading="h3"
            number={index + 1}
            title={parts[name].title}
            state={states[name]}
            action={parts[name].action}
          >
            {parts[name].words}
          </GuidedStep>
        ))}
      </ol>
      <div className={styles.hide}>
        <Button variant="quiet" onClick={() => keepTried('guide')}>
          {text.guideHide}
        </Button>
      </div>
    </Card>
  )
}

/** What was hidden can be had again for as long as it is of use. */
export function ShowFirstSteps() {
  const text = useMessages(hostHome)
  return (
    <div>
      <Button variant="quiet" onClick={() => keepTried('guide', false)}>
        {text.guideShow}
      </Button>
    </div>
  )
}

function Skippable({ step, children }: { readonly step: Triable; readonly children: ReactNode }) {
  const text = useMessages(hostHome)
  return (
    <ButtonRow>
      {children}
      <Button variant="quiet" onClick={() => keepTried(step)}>
        {text.skipStep}
      </Button>
    </ButtonRow>
  )
}

function ToPlace({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Link href={href} asChild>
      <LinkButton variant="primary">{label}</LinkButton>
    </Link>
  )
}
