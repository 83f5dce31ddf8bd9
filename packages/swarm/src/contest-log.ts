import type { MemberId, Millis, OpeningId } from '@khac-sau/engine'
import Database from 'better-sqlite3'

/** What the database holds of one contest, read past the product's own code. */
export type LoggedContest = {
  readonly openings: readonly LoggedOpening[]
  /** Several of one question where its grace began anew (T5). */
  readonly closings: readonly LoggedClosing[]
  readonly answers: readonly LoggedAnswer[]
}

export type LoggedOpening = { readonly openingId: OpeningId; readonly question: number }

export type LoggedClosing = { readonly openingId: OpeningId; readonly closesAt: Millis }

export type LoggedAnswer = {
  readonly seq: number
  /** When it arrived, by the contest clock. */
  readonly at: Millis
  readonly memberId: MemberId
  readonly openingId: OpeningId
  readonly answerId: string
  readonly options: readonly number[]
  readonly counted: boolean
}

export function readContestLog(databaseFile: string, contestId: string): LoggedContest {
  const database = new Database(databaseFile, { readonly: true })
  try {
    const rows = database
      .prepare(
        'SELECT seq, at_ms, kind, opening_id, member_id, body FROM contest_log WHERE contest_id = ? ORDER BY seq',
      )
      .all(contestId) as readonly Row[]
    return {
      openings: rows.filter(({ kind }) => kind === 'opened').map(({ body }) => JSON.parse(body) as LoggedOpening),
      closings: rows.filter(({ kind }) => kind === 'closing').map(({ body }) => JSON.parse(body) as LoggedClosing),
      answers: rows.filter(({ kind }) => kind === 'answered' || kind === 'answered-late').map(answerOf),
    }
  } finally {
    database.close()
  }
}

type Row = {
  readonly seq: number
  readonly at_ms: Millis
  readonly kind: string
  readonly opening_id: string | null
  readonly member_id: string | null
  readonly body: string
}

function answerOf({ seq, at_ms, kind, opening_id, member_id, body }: Row): LoggedAnswer {
  const { answerId, options } = JSON.parse(body) as Pick<LoggedAnswer, 'answerId' | 'options'>
  return {
    seq,
    at: at_ms,
    memberId: member_id ?? '',
    openingId: opening_id ?? '',
    answerId,
    options,
    counted: kind === 'answered',
  }
}
