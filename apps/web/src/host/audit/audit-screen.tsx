import { roles } from '@khac-sau/engine'
import { formatDateTime, hostAccess, hostAudit, hostOwnAccount } from '@khac-sau/language'
import type { AuditLine, AuditPage } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from '../account/rows.module.css'
import { PageHead } from '../parts/page-head.tsx'

type AuditScreenProps = {
  readonly page: AuditPage
  /** `null` on the newest page. */
  readonly before: number | null
  readonly onBefore: (before: number | null) => void
}

export function AuditScreen({ page, before, onBefore }: AuditScreenProps) {
  const text = useMessages(hostAudit)
  const own = useMessages(hostOwnAccount)
  const { lines, older } = page
  return (
    <>
      <PageHead above={<Link href="/account">← {own.title}</Link>} title={text.title} lead={text.lead} />
      {lines.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.emptyNext}</EmptyState>
      ) : (
        <ol className={styles.rows}>
          {lines.map((line) => (
            <Line key={line.seq} line={line} />
          ))}
        </ol>
      )}
      <ButtonRow>
        {before !== null && <Button onClick={() => onBefore(null)}>{text.newest}</Button>}
        {older !== null && <Button onClick={() => onBefore(older)}>{text.older}</Button>}
      </ButtonRow>
    </>
  )
}

/** Done to the cell from outside it. */
const byAdministrator: ReadonlySet<AuditLine['action']> = new Set([
  'cell-made',
  'first-owner-invited',
  'access-reset',
  'copy-made',
  'cell-closed',
  'cell-reopened',
])

function Line({ line }: { readonly line: AuditLine }) {
  const text = useMessages(hostAudit)
  const access = useMessages(hostAccess)
  const { action, atMs, actorName, contestTitle, memberName, accountName, question, detail } = line
  const role = roles.find((one) => one === detail)
  const about = {
    contest: contestTitle ?? text.gone,
    member: memberName ?? text.gone,
    account: accountName ?? text.gone,
    question: question === null ? '' : String(question + 1),
    detail: role ? access[role] : '',
  }
  return (
    <li className={styles.row}>
      <p>
        <b>{actorName ?? (byAdministrator.has(action) ? text.administrator : text.server)}</b> {text[action](about)}
      </p>
      <p className={styles.details}>{formatDateTime(atMs)}</p>
    </li>
  )
}
