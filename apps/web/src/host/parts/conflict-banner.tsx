import { hostConflict } from '@khac-sau/language'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Failed } from './api.ts'
import styles from './conflict-banner.module.css'
import { useLastChangeWords } from './last-change-words.ts'

/** One thing that the two versions do not say alike; `mine` is `null` where it was not touched here. */
export type Difference = { readonly label: string; readonly stored: string; readonly mine: string | null }

type ConflictBannerProps = {
  readonly lastChange: Failed['lastChange']
  readonly differences: readonly Difference[]
  readonly busy: boolean
  readonly onTakeNewest: () => void
  /** Only after both versions have been seen. */
  readonly onKeepMine: () => void
}

/** Two people, or two windows: whose version stays is decided by a person who sees both. */
export function ConflictBanner({ lastChange, differences, busy, onTakeNewest, onKeepMine }: ConflictBannerProps) {
  const text = useMessages(hostConflict)
  const wordsOf = useLastChangeWords()
  const isMineLost = differences.some(({ mine }) => mine !== null)
  return (
    <Banner tone="error" title={text.title}>
      <p>
        {wordsOf(lastChange)} {isMineLost ? text.compare : text.same}
      </p>
      <ul className={styles.fields}>
        {differences.map(({ label, stored, mine }) => (
          <li key={label} className={styles.field}>
            <span className={styles.label}>{label}</span>
            <Version whose={text.stored}>{stored}</Version>
            <Version whose={text.mine}>{mine ?? text.untouched}</Version>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <Button busy={busy} onClick={onTakeNewest}>
          {text.takeNewest}
        </Button>
        {isMineLost && (
          <Button busy={busy} onClick={onKeepMine}>
            {text.keepMine}
          </Button>
        )}
      </ButtonRow>
    </Banner>
  )
}

function Version({ whose, children }: { readonly whose: string; readonly children: string }) {
  const text = useMessages(hostConflict)
  return (
    <span className={styles.version}>
      <span className={styles.whose}>{whose}</span>
      {children === '' ? text.nothing : children}
    </span>
  )
}
