import { hostProblems } from '@khac-sau/language'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Fault } from './question-faults.ts'
import styles from './problem-list.module.css'

export function ProblemList({ problems }: { readonly problems: readonly Fault[] }) {
  const text = useMessages(hostProblems)
  const textOf = useProblemText()
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index} className={classNames(styles.problem, styles[problem.severity])}>
          <Icon name={problem.severity === 'error' ? 'stop' : 'warning'} />
          <span>
            <b>
              {text[problem.severity]}
              {problem.line !== null && ` · ${text.atLine({ line: problem.line })}`}:
            </b>{' '}
            {textOf(problem)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A code this page does not know yet still says that a person must look. */
function useProblemText(): (problem: Fault) => string {
  const text = useMessages(hostProblems)
  return ({ code, values }) => {
    if (!isKnown(code)) return text.otherProblem
    const message = text[code]
    const { letters = '', number = '', limit = '' } = values
    return typeof message === 'string' ? message : message({ letters, number, limit })
  }
}

type ProblemCode = Exclude<keyof typeof hostProblems.vi, 'atLine' | 'error' | 'warning' | 'otherProblem'>

function isKnown(code: string): code is ProblemCode {
  return code in hostProblems.vi
}
