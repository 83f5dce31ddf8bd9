import { hostImport, importFields } from '@khac-sau/language'
import type { RosterPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './import-problems.module.css'

type Problem = RosterPreview['problems'][number]

/** The list of names below them stays near. */
const shownAtFirst = 6

/** Row by row; what was read well is below all the same. */
export function ImportProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const text = useMessages(hostImport)
  const textOf = useProblemText()
  const [showsAll, setShowsAll] = useState(false)
  const count = problems.length
  if (count === 0) return null
  const isCut = !showsAll && count > shownAtFirst
  return (
    <Banner
      tone="warning"
      title={text.problemsTitle({ count })}
      action={isCut ? <Button onClick={() => setShowsAll(true)}>{text.problemsAll({ count })}</Button> : undefined}
    >
      <ul className={styles.problems}>
        {(isCut ? problems.slice(0, shownAtFirst) : problems).map((problem) => (
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
