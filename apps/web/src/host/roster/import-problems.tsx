import { hostImport, importFields } from '@khac-sau/language'
import type { RosterPreview } from '@khac-sau/protocol'
import { Banner } from '../../ui/banner.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './import-problems.module.css'

type Problem = RosterPreview['problems'][number]

/** Row by row; what was read well is below all the same. */
export function ImportProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const text = useMessages(hostImport)
  const textOf = useProblemText()
  if (problems.length === 0) return null
  return (
    <Banner tone="warning" title={text.problemsTitle({ count: problems.length })}>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code}/${problem.line}/${problem.field}`}>
            {problem.line !== null && <b>{text.line({ line: problem.line })}: </b>}
            {textOf(problem)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function useProblemText(): (problem: Problem) => string {
  const text = useMessages(hostImport)
  const fields = useMessages(importFields)
  return ({ code, field, values }) => {
    const { name = '', limit = '', other = '', value = '' } = values
    const details = { name, limit, other, value, field: field === null ? '' : fields[field] }
    switch (code) {
      case 'empty':
      case 'too-large':
      case 'legacy-font':
        return text[code]
      case 'too-many':
      case 'too-long':
      case 'no-letters':
      case 'duplicate':
      case 'birthday-not-understood':
      case 'month-not-understood':
      case 'month-order':
        return text[code](details)
      default:
        return text.otherProblem
    }
  }
}
