import type { HostRankingRow, HostView } from '@khac-sau/engine'
import {
  compareNames,
  formatScore,
  formatSeconds,
  hostLive,
  hostRehearsal,
  joinNames,
  type Locale,
} from '@khac-sau/language'
import { useState } from 'react'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { RankedList, type RankedRow } from '../../ui/ranked-list.tsx'
import { ControlDialogs } from './control-dialogs.tsx'
import type { Commands } from './use-commands.ts'
import { whyAbove } from './why.ts'
import styles from './podium-panel.module.css'

type PodiumPanelProps = {
  readonly contestId: string
  readonly boardUrl: string
  readonly view: HostView
  readonly commands: Commands
}

/** The whole ranking, for the host's eyes: what the projector shows of it is P1's to say. */
export function PodiumPanel({ contestId, boardUrl, view, commands }: PodiumPanelProps) {
  const text = useMessages(hostLive)
  const { locale } = useLanguage()
  const { ranking, stage, settled } = view
  const total = stage.name === 'podium' ? stage.questionsCounted : 0
  const took = ranking.filter(({ tookPart }) => tookPart)
  const absent = ranking.filter(({ tookPart }) => !tookPart).map(({ name }) => name)
  return (
    <>
      {settled ? (
        <Settled contestId={contestId} boardUrl={boardUrl} view={view} commands={commands} />
      ) : (
        <Banner tone="info" title={text.provisional}>
          {text.settleFirst}
        </Banner>
      )}
      <section className={styles.ranking}>
        <h2 className={styles.title}>{text.ranking}</h2>
        <RankedList label={text.ranking} rankLabel={text.rank} rows={rankedRows(took, total, locale)} />
        {absent.length > 0 && (
          <p className={styles.absent}>
            <b>{text.notTakingPart}:</b> {joinNames([...absent].sort(compareNames), locale)}
          </p>
        )}
      </section>
    </>
  )
}

function Settled({ contestId, boardUrl, view, commands }: PodiumPanelProps) {
  const text = useMessages(hostLive)
  const { settledNext } = useMessages(hostRehearsal)
  const [asking, setAsking] = useState(false)
  return (
    <section className={styles.settled}>
      <p>
        <b>{text.settled}.</b> {view.rehearsal ? settledNext : text.settledNext}
      </p>
      <div className={styles.actions}>
        {/* C9: a rehearsal's result is on no board. */}
        {!view.rehearsal && (
          <>
            <LinkButton href={boardUrl} target="_blank" rel="noreferrer" variant="primary" icon="star">
              {text.toBoard}
            </LinkButton>
            <Link href={`/contest/${contestId}/result`} asChild>
              <LinkButton>{text.toResult}</LinkButton>
            </Link>
          </>
        )}
        <Button variant="quiet" icon="undo" onClick={() => setAsking(true)}>
          {text.unsettle}
        </Button>
      </div>
      <ControlDialogs
        open={asking ? 'unsettle' : null}
        view={view}
        commands={commands}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}

function rankedRows(rows: readonly HostRankingRow[], total: number, locale: Locale): readonly RankedRow[] {
  const text = hostLive[locale]
  return rows.map((row, index) => {
    const why = row.ranked ? noteOf(row, rows[index + 1], locale) : text.unranked
    return {
      key: row.memberId,
      rank: row.rank === null ? '–' : String(row.rank),
      name: row.name,
      ...figuresOf(row, locale),
      note: [text.rightOf({ right: row.right, total }), why].filter(Boolean).join(' · '),
    }
  })
}

function noteOf(row: HostRankingRow, below: HostRankingRow | undefined, locale: Locale): string | null {
  return row.timePercent > 100 ? hostLive[locale].notRankedByTime : whyAbove(row, below, locale)
}

/** A9: a time by another measure stands beside nobody's. */
function figuresOf({ scoreHundredths, totalMillis, timePercent }: HostRankingRow, locale: Locale) {
  const text = hostLive[locale]
  return {
    score: text.points({ score: formatScore(scoreHundredths, locale) }),
    time: timePercent > 100 ? undefined : text.seconds({ seconds: formatSeconds(totalMillis, locale) }),
  }
}
