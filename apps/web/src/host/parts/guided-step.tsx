import { hostHome } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './guided-step.module.css'

export type StepState = 'done' | 'now' | 'later'

type GuidedStepProps = {
  readonly number: number
  readonly title: string
  readonly state: StepState
  readonly children: ReactNode
  readonly action: ReactNode
  /** `h3` where the list of steps has a title of its own. */
  readonly heading?: 'h2' | 'h3'
}

/** One of a list of steps: done, to be done now, or later. Only the one of now can be acted on. */
export function GuidedStep({ number, title, state, children, action, heading: Heading = 'h2' }: GuidedStepProps) {
  const text = useMessages(hostHome)
  const stateWord = { done: text.guideDone, now: text.guideNow, later: text.guideLater }[state]
  return (
    <li className={classNames(styles.step, styles[state])} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.number}>{state === 'done' ? <Icon name="tick" /> : number}</span>
      <div>
        <Heading>
          {title} <VisuallyHidden>({stateWord})</VisuallyHidden>
        </Heading>
        <p className={styles.words}>{children}</p>
      </div>
      {state === 'now' && <div className={styles.action}>{action}</div>}
    </li>
  )
}
