import {
  compareNames,
  formatMonth,
  formatScore,
  formatSeconds,
  hostEditor,
  hostResult,
  type Locale,
} from '@khac-sau/language'
import type { ContestResultView } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { RankedList } from '../../ui/ranked-list.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import type { Outcome } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StageBadge } from '../parts/stage-badge.tsx'
import { useAction } from '../parts/use-action.ts'
import { useMay } from '../parts/use-may.ts'
import { TimingFold } from './timing-fold.tsx'
import styles from './result-screen.module.css'

type Row = ContestResultView['rows'][number]

type ResultScreenProps = {
  readonly result: ContestResultView
  readonly boardUrl: string
  readonly onExcuse: (memberId: string, excused: boolean) => Promise<Outcome<null>>
}

export function ResultScreen({ result, boardUrl, onExcuse }: ResultScreenProps) {
  const text = useMessages(hostResult)
  const editor = useMessages(hostEditor)
  const may = useMay()
  const { locale } = useLanguage()
  const took = result.rows.filter(({ tookPart }) => tookPart)
  const absent = result.rows.filter(({ tookPart }) => !tookPart).sort((a, b) => compareNames(a.name, b.name))
  const counts = `${text.tookPartCount({ count: took.length })} · ${text.absentCount({ count: absent.length })}`
  return (
    <>
      <PageHead
        above={<Link href="/">← {editor.back}</Link>}
        title={result.title}
        lead={`${formatMonth(result.month, locale)} · ${counts}`}
        actions={
          <>
            <LinkButton href={boardUrl} target="_blank" rel="noreferrer" icon="star">
              {text.board}
            </LinkButton>
            {may('run-contest') && (
              <Link href={`/contest/${result.contestId}/live`} asChild>
                <LinkButton>{text.backToLive}</LinkButton>
              </Link>
            )}
          </>
        }
      />
      <div className={styles.settled}>
        <StageBadge stage="settled" />
        <span>{text.committeeOnly}</span>
        <span>{text.chainHead({ head: result.chainHead })}</span>
      </div>
      <Ranking rows={took} questionsCounted={result.questionsCounted} />
      <Absent rows={absent} onExcuse={may('excuse-members') ? onExcuse : undefined} />
      {may('see-timing') && <TimingFold contestId={result.contestId} />}
    </>
  )
}

function Ranking({
  rows,
  questionsCounted: total,
}: {
  readonly rows: readonly Row[]
  readonly questionsCounted: number
}) {
  const text = useMessages(hostResult)
  const { locale } = useLanguage()
  return (
    <>
      <div className={styles.wide}>
        <Table
          caption={text.ranking}
          columns={columnsOf(total, locale)}
          rows={rows}
          rowKey={({ memberId }) => memberId}
        />
      </div>
      <div className={styles.narrow}>
        <RankedList
          label={text.ranking}
          rankLabel={text.rank}
          rows={rows.map((row) => ({
            key: row.memberId,
            rank: row.rank === null ? '–' : String(row.rank),
            name: row.name,
            score: text.points({ score: formatScore(row.scoreHundredths, locale) }),
            time: isTimedApart(row) ? undefined : text.seconds({ seconds: formatSeconds(row.totalMillis, locale) }),
            note: outsideWord(row, text),
          }))}
        />
      </div>
    </>
  )
}

/** A9: a time by another measure stands beside nobody's; R5. */
function isTimedApart({ ranked, timePercent }: Row): boolean {
  return ranked && timePercent > 100
}

function outsideWord(row: Row, text: (typeof hostResult)['vi']): string | undefined {
  if (!row.ranked) return text.unranked
  return isTimedApart(row) ? text.notRankedByTime : undefined
}

function columnsOf(total: number, locale: Locale): readonly TableColumn<Row>[] {
  const text = hostResult[locale]
  return [
    { key: 'rank', header: text.rank, cell: ({ rank }) => (rank === null ? '–' : <b>{rank}</b>) },
    {
      key: 'name',
      header: text.name,
      rowHeader: true,
      cell: (row) => [row.name, outsideWord(row, text)?.toLowerCase()].filter(Boolean).join(' · '),
    },
    { key: 'right', header: text.right, figures: true, cell: ({ right }) => text.rightOf({ right, total }) },
    {
      key: 'score',
      header: text.score,
      figures: true,
      cell: ({ scoreHundredths }) => <b>{formatScore(scoreHundredths, locale)}</b>,
    },
    {
      key: 'time',
      header: text.time,
      figures: true,
      cell: (row) => (isTimedApart(row) ? '–' : text.seconds({ seconds: formatSeconds(row.totalMillis, locale) })),
    },
  ]
}

function Absent({
  rows,
  onExcuse,
}: {
  readonly rows: readonly Row[]
  /** `undefined`: one can see who is excused, and nothing more. */
  readonly onExcuse: ResultScreenProps['onExcuse'] | undefined
}) {
  const text = useMessages(hostResult)
  const { busy, failure, run } = useAction()
  return (
    <Card title={text.absent} look="plain">
      <FailureBanner failure={failure} />
      {rows.length === 0 ? <p>{text.nobodyAbsent}</p> : <p>{text.absentLead}</p>}
      <ul className={styles.absent}>
        {rows.map((row) => (
          <li key={row.memberId} className={styles.person}>
            <span>{row.name}</span>
            <Checkbox
              label={text.excused}
              aria-label={`${row.name}: ${text.excused}`}
              checked={row.excused}
              disabled={busy || !onExcuse}
              onChange={(event) => onExcuse && void run(() => onExcuse(row.memberId, event.target.checked))}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
