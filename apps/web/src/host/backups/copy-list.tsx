import { formatDateTime, formatMegabytes, hostBackups } from '@khac-sau/language'
import type { BackupCopy } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useMay } from '../parts/use-may.ts'
import styles from './copy-list.module.css'

type CopyListProps = {
  readonly copies: readonly BackupCopy[]
  /** `null` where nothing is restored by a button. */
  readonly onRestore: ((copy: BackupCopy) => void) | null
}

export function CopyList({ copies, onRestore }: CopyListProps) {
  return (
    <ul className={styles.copies}>
      {copies.map((copy) => (
        <CopyRow key={copy.name} copy={copy} onRestore={onRestore && (() => onRestore(copy))} />
      ))}
    </ul>
  )
}

function CopyRow({ copy, onRestore }: { readonly copy: BackupCopy; readonly onRestore: (() => void) | null }) {
  const text = useMessages(hostBackups)
  const { locale } = useLanguage()
  const may = useMay()
  const { name, kind, madeAtMs, bytes } = copy
  const time = formatDateTime(madeAtMs)
  return (
    <li className={styles.copy}>
      <div>
        <p className={styles.time}>{time}</p>
        <p className={styles.details}>
          {text[kind]} · {formatMegabytes(bytes, locale)}
        </p>
      </div>
      {may('take-and-restore-copies') && (
        <div className={styles.actions}>
          <LinkButton
            href={`/api/backups/${encodeURIComponent(name)}`}
            download={name}
            aria-label={text.downloadOf({ time })}
          >
            {text.download}
          </LinkButton>
          {onRestore && (
            <Button aria-label={text.restoreOf({ time })} onClick={onRestore}>
              {text.restore}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
