import type { Command, Decision, Reply, Step } from '../command.ts'
import { type Contest, newContest } from '../contest.ts'
import { decide } from '../decide.ts'
import { stepOf } from '../decide-course.ts'
import type { Event } from '../event.ts'
import { evolveAll } from '../evolve.ts'
import type { TimePercent } from '../time-percent.ts'
import { type ContestContent, defaultSettings, type Question } from '../question.ts'
import type { Millis } from '../time.ts'

export const host = 'account-host'

export function question(right: readonly number[] = [1], over: Partial<Question> = {}): Question {
  return {
    stem: 'Kết luận 01-KL/TW được ban hành ngày nào?',
    options: ['15/5/2016', '18/5/2021', '25/10/2021', '14/5/2011'],
    right,
    explanation: 'Ngày 18/5/2021.',
    source: 'Kết luận 01-KL/TW',
    seconds: null,
    ...over,
  }
}

export function content(
  questions: readonly Question[],
  over: Partial<ContestContent['settings']> = {},
): ContestContent {
  return { title: 'Kỳ thi tháng 4', month: '2026-04', settings: { ...defaultSettings, ...over }, questions }
}

type CommandWithoutAt = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never

/** A contest played by commands, keeping what was logged and what was said. For tests only. */
export type Story = {
  contest: Contest
  now: Millis
  readonly log: Event[]
  do(command: CommandWithoutAt): Reply
  at(millis: Millis, command: CommandWithoutAt): Reply
  next(): Reply
  /** Moves to when the options of the question being asked are open. */
  untilOpen(): string
  answer(memberId: string, options: readonly number[], afterOpening: Millis): Reply
  /** Lets time close whatever is open. */
  untilClosed(): void
}

/** `extra`: who has more time (A9). */
export function story(
  start: ContestContent,
  members: readonly string[],
  unranked: readonly string[] = [],
  extra: Readonly<Record<string, TimePercent>> = {},
): Story {
  const told: Story = {
    contest: newContest('contest', start),
    now: 0,
    log: [],
    do(command) {
      return told.at(told.now, command)
    },
    at(millis, command) {
      told.now = millis
      const decision: Decision = decide(told.contest, { ...command, at: millis })
      told.contest = evolveAll(told.contest, decision.events)
      told.log.push(...decision.events)
      return decision.reply
    },
    next() {
      return told.do({ type: 'next', by: host, after: stepOf(told.contest) ?? ('lobby' satisfies Step) })
    },
    untilOpen() {
      if (told.contest.phase.name !== 'asking') throw new Error('nothing is being asked')
      told.now = told.contest.phase.opening.opensAt
      return told.contest.phase.opening.sheet
    },
    answer(memberId, options, afterOpening) {
      if (told.contest.phase.name !== 'asking') throw new Error('nothing is being asked')
      const { opensAt, sheet } = told.contest.phase.opening
      const answerId = `${memberId}-${sheet}`
      return told.at(opensAt + afterOpening, {
        type: 'answer',
        memberId,
        openingId: sheet,
        answerId,
        options,
        automatic: false,
        press: null,
      })
    },
    untilClosed() {
      for (const phase of ['asking', 'closing'] as const) {
        if (told.contest.phase.name !== phase) continue
        told.at(told.contest.phase.opening.closesAt + (phase === 'closing' ? 2_500 : 0), { type: 'tick' })
      }
    },
  }
  told.do({ type: 'take-over', bootId: 'boot-1', wallMillis: 1_775_000_000_000 })
  const roster = [
    ...members.map((memberId) => ({ memberId, ranked: true, timePercent: extra[memberId] ?? 100 })),
    ...unranked.map((memberId) => ({ memberId, ranked: false, timePercent: extra[memberId] ?? 100 })),
  ]
  told.do({ type: 'open-room', contentHash: 'hash', roster })
  return told
}

/** A story in which everyone joined and the first question's options are open. */
export function openedStory(
  start: ContestContent,
  members: readonly string[],
  unranked: readonly string[] = [],
  extra: Readonly<Record<string, TimePercent>> = {},
): Story {
  const told = story(start, members, unranked, extra)
  for (const memberId of [...members, ...unranked]) told.do({ type: 'join', memberId })
  told.next()
  told.untilOpen()
  return told
}
