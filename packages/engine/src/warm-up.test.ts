import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command, Submission } from './command.ts'
import { type Contest, newContest } from './contest.ts'
import { decide } from './decide.ts'
import { nextStepOf, stepOf } from './decide-course.ts'
import type { Event } from './event.ts'
import { evolveAll } from './evolve.ts'
import { COUNTDOWN_MILLIS, nextEdgeAt } from './pace.ts'
import type { ContestSettings, Question } from './question.ts'
import { contestResult } from './result.ts'
import { timingReport } from './timing-report.ts'
import { content, host, question, type Story, story } from './testing/story.ts'
import { hostView } from './views/host-view.ts'
import { memberView } from './views/member-view.ts'
import { remoteView } from './views/remote-view.ts'
import { screenView } from './views/screen-view.ts'
import { upNext } from './views/up-next.ts'

const warmUp = { stem: 'Đồng chí đang ngồi ở đâu?', options: ['Phía trên', 'Ở giữa', 'Phía dưới'] }
const two = [question([1]), question([2])]
const withWarmUp = (over: Partial<ContestSettings> = {}) => content(two, { warmUp, ...over })

/** Everyone joined, and the warm-up's options are open. */
function warmingUp(over: Partial<ContestSettings> = {}): Story {
  const told = story(withWarmUp(over), ['an', 'binh'])
  for (const memberId of ['an', 'binh']) told.do({ type: 'join', memberId })
  told.next()
  told.untilOpen()
  return told
}

const views = ({ contest, now }: Pick<Story, 'contest' | 'now'>) => {
  const context = {
    now,
    bootId: 'boot',
    cellName: 'Chi bộ',
    publicPlaces: 'all' as const,
    nameOf: (id: string) => `name-${id}`,
    rehearsal: false,
    isConnected: () => true,
  }
  const host = hostView(contest, context)
  return {
    host,
    screen: screenView(contest, context),
    an: memberView(contest, 'an', context),
    remote: remoteView(host),
  }
}

describe('[C10] a warm-up', () => {
  test('is asked before the first question, with 3-2-1, a lead and the time of the contest', () => {
    const told = story(withWarmUp({ secondsPerQuestion: 20 }), ['an'])
    told.do({ type: 'join', memberId: 'an' })
    expect(nextStepOf(told.contest)).toBe('warm-up')
    expect(upNext(told.contest)).toEqual({ question: null, stem: warmUp.stem })
    const at = told.now
    told.next()
    const opened = told.log.at(-1)

    expect(opened).toMatchObject({ type: 'opened', question: null, purpose: 'warm-up', continues: null })
    if (opened?.type !== 'opened') throw new Error('not asked')
    expect(opened.stemAt).toBe(at + COUNTDOWN_MILLIS)
    expect(opened.opensAt - opened.stemAt).toBe(3_000)
    expect(opened.closesAt - opened.opensAt).toBe(20_000)
  })

  test('is announced in the lobby to phones, projector and host, and only where there is one', () => {
    for (const [set, warmUpAhead] of [
      [withWarmUp(), true],
      [content(two), false],
    ] as const) {
      const told = story(set, ['an'])
      told.do({ type: 'join', memberId: 'an' })
      const { host, screen, an } = views(told)
      for (const { stage } of [host, screen, an]) expect(stage).toMatchObject({ name: 'lobby', warmUp: warmUpAhead })
    }
  })

  test('shows no option before it opens (A5), and its stem to nobody before it is asked', () => {
    const told = story(withWarmUp(), ['an'])
    told.do({ type: 'join', memberId: 'an' })
    expect(JSON.stringify(views(told))).not.toContain(warmUp.stem)
    told.next()
    const opensAt = told.contest.phase.name === 'asking' ? told.contest.phase.opening.opensAt : 0
    expect(JSON.stringify(views({ ...told, now: opensAt - 1 }))).toContain(warmUp.stem)
    expect(JSON.stringify(views({ ...told, now: opensAt - 1 }))).not.toContain('Phía trên')
    expect(JSON.stringify(views({ ...told, now: opensAt }))).toContain('Phía trên')
  })

  test('is answered as a question is: one option of those there are, once, with a receipt', () => {
    const told = warmingUp()

    expect(told.answer('an', [3], 1_000)).toEqual({ ok: false, refusal: 'bad-option' })
    expect(told.answer('an', [0, 1], 1_000)).toEqual({ ok: false, refusal: 'bad-option' })
    expect(told.answer('an', [2], 4_000)).toMatchObject({ ok: true, receipt: { counted: true, responseMillis: 4_000 } })
    expect(told.answer('an', [2], 5_000)).toMatchObject({ ok: true, receipt: { responseMillis: 4_000 } })
  })

  test('closes when everyone has answered (A7), and its reveal says who chose what, and of nothing that it is right', () => {
    const told = warmingUp()
    told.answer('an', [2], 4_000)
    told.answer('binh', [0], 6_000)

    expect(told.contest.phase).toMatchObject({ name: 'reveal', question: null })
    const { screen, an, host: seen, remote } = views(told)
    expect(screen.stage).toMatchObject({
      name: 'reveal',
      question: null,
      right: [],
      explanation: '',
      distribution: { counts: [1, 0, 1], answered: 2, expected: 2 },
    })
    expect(an.stage).toMatchObject({ name: 'reveal', question: null, own: { options: [2] }, result: null })
    expect(remote.stage).toEqual({ name: 'reveal', question: null, stem: warmUp.stem })
    expect(seen.step).toBe('reveal-warm-up')
    expect(seen.next).toBe('question')
    expect(seen.asked).toEqual([])
  })

  test('tells the host at its reveal who could not answer', () => {
    const told = warmingUp()
    told.answer('an', [2], 4_000)
    told.untilClosed()

    expect(views(told).host.people.map(({ memberId, answered }) => [memberId, answered])).toEqual([
      ['an', true],
      ['binh', false],
    ])
    expect(views(told).screen.stage).toMatchObject({ distribution: { answered: 1, expected: 2 } })
  })

  test('leads to the first question by a press alone, and 3-2-1 says that now it counts', () => {
    const told = warmingUp({ autoAdvance: true, showStandings: true })
    told.untilClosed()
    const longAfter = told.now + 600_000

    expect(nextEdgeAt(told.contest, told.now)).toBeNull()
    expect(decide(told.contest, { type: 'tick', at: longAfter }).events).toEqual([])
    told.now = longAfter
    told.next()
    expect(told.log.at(-1)).toMatchObject({
      type: 'opened',
      question: 0,
      purpose: 'scored',
      stemAt: longAfter + COUNTDOWN_MILLIS,
    })
  })

  test('is nothing that standings could follow, that could be ended with, or put right', () => {
    const told = warmingUp()
    told.untilClosed()
    const by = host

    expect(told.do({ type: 'show-standings', by })).toEqual({ ok: false, refusal: 'not-now' })
    expect(told.do({ type: 'finish', by })).toEqual({ ok: false, refusal: 'not-now' })
    expect(told.do({ type: 'void', question: 0, reason: 'other', by })).toEqual({ ok: false, refusal: 'not-now' })
    expect(told.do({ type: 'pause', by })).toEqual({ ok: true })
    expect(told.do({ type: 'next', after: 'lobby', by })).toEqual({ ok: false, refusal: 'stale-step' })
  })

  test('goes on by itself when the process dies in the middle of it, with its answers (A2, R2)', () => {
    const told = warmingUp()
    told.answer('an', [2], 4_000)
    const { sheet } = (told.contest.phase as { opening: { sheet: string } }).opening
    told.at(told.now + 60_000, { type: 'take-over', bootId: 'boot-2', wallMillis: 2 })
    expect(told.log.slice(-2)).toMatchObject([
      { type: 'interrupted' },
      { type: 'opened', question: null, purpose: 'warm-up', continues: sheet },
    ])
    told.untilOpen()
    expect(told.answer('an', [2], 1_000)).toMatchObject({ ok: true, receipt: { responseMillis: 4_000 } })
    told.answer('binh', [1], 1_000)
    expect(told.contest.phase).toMatchObject({ name: 'reveal', question: null })
    expect(evolveAll(newContest('contest', withWarmUp()), told.log)).toEqual(told.contest)
  })

  test('is in no review, no timing report and no numbering', () => {
    const told = warmingUp()
    for (const memberId of ['an', 'binh']) told.answer(memberId, [1], 1_000)
    for (const right of [1, 2]) {
      told.next()
      told.untilOpen()
      for (const memberId of ['an', 'binh']) told.answer(memberId, [right], 2_000)
    }
    told.next()
    const { an, host: seen } = views(told)

    expect(an.stage.name === 'podium' && an.stage.review.map((item) => item.question)).toEqual([0, 1])
    expect(seen.asked.map((item) => item.question)).toEqual([0, 1])
    expect(seen.questionCount).toBe(2)
    expect(timingReport(told.contest).map(({ answers }) => answers.map((answer) => answer.question))).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  test('makes nobody take part who leaves before the first question', () => {
    const told = warmingUp()
    told.answer('binh', [1], 1_000)
    told.do({ type: 'leave', memberId: 'binh' })
    told.untilClosed()
    told.next()

    const { rows } = contestResult(told.contest)
    expect(rows.map(({ memberId, tookPart }) => [memberId, tookPart])).toEqual([
      ['an', true],
      ['binh', false],
    ])
  })
})

/** What a life is made of, resolved against the contest as it then is. */
type Move = (contest: Contest, at: number) => Command
type Step = readonly [move: Move, waitMillis: number]

const members = ['an', 'binh', 'chi', 'dung']
const memberId = fc.constantFrom(...members)
const wait = fc.constantFrom(0, 1, 400, 1_500, 3_000, 12_000)

/** With any claim and any link, so that quotas are spent (T2, T7). */
const press = (at: number) =>
  fc.record({
    claim: fc.record({
      paintedAt: fc.integer({ min: at - 5_000, max: at }),
      pressedAt: fc.integer({ min: at - 5_000, max: at }),
    }),
    link: fc.record({
      roundTripMillis: fc.constantFrom(20, 400),
      excessMillis: fc.constantFrom(null, 44, 900, 4_000),
      provenAfter: fc.constant(null),
      connectedAt: fc.constant(null),
      heldBackMillis: fc.constant(0),
    }),
    deliveredAt: fc.integer({ min: at - 5_000, max: at }),
  })

/** Relative to the moment in which it arrives. */
const submission = fc.record({
  memberId,
  options: fc.constantFrom([0], [1], [2], [3]),
  automatic: fc.boolean(),
  press: fc.option(press(0), { nil: null }),
  attempt: fc.nat({ max: 1 }),
})

const answer: fc.Arbitrary<Move> = submission.map(({ attempt, press: said, ...rest }) => (contest, at) => ({
  ...rest,
  type: 'answer',
  at,
  openingId: lastSheetOf(contest),
  answerId: `${rest.memberId}-${attempt}`,
  press: said && shifted(said, at),
}))
const people: fc.Arbitrary<Move> = fc.oneof(
  memberId.map((id): Move => (_, at) => ({ type: 'join', memberId: id, at })),
  fc
    .tuple(memberId, fc.constantFrom('mark-left', 'remove', 'readmit', 'readmit'))
    .map(([id, type]): Move => (_, at) => ({ type, memberId: id, by: host, at })),
)
const steering: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom('cut-lead', 'extend', 'end-question').map((type): Move => (contest, at) => ({
    type,
    openingId: lastSheetOf(contest),
    by: host,
    at,
  })),
  fc.constantFrom('pause', 'resume').map((type): Move => (_, at) => ({ type, by: host, at })),
  fc.constant<Move>((_, at) => ({ type: 'take-over', bootId: 'boot', wallMillis: 1, at })),
)
const onwards = fc.constant<Move>((contest, at) => ({ type: 'next', by: host, after: stepOf(contest) ?? 'lobby', at }))

function movesOf(...choices: readonly fc.WeightedArbitrary<Move>[]): fc.Arbitrary<readonly Step[]> {
  return fc.array(fc.tuple(fc.oneof(...choices), wait), { minLength: 5, maxLength: 70, size: 'max' })
}

function shifted(said: NonNullable<Submission['press']>, at: number): Submission['press'] {
  const { claim, deliveredAt } = said
  return {
    ...said,
    claim: claim && { paintedAt: (claim.paintedAt ?? 0) + at, pressedAt: claim.pressedAt + at },
    deliveredAt: (deliveredAt ?? 0) + at,
  }
}

/** The question being asked, or the last that counts: what is sent to it then is late (T6). */
function lastSheetOf({ phase, sheets }: Contest): string {
  if (phase.name === 'asking' || phase.name === 'closing') return phase.opening.sheet
  return [...sheets].filter(([, { purpose }]) => purpose === 'scored').at(-1)?.[0] ?? 'none'
}

/** A contest that is led on; time does its work before each command, as in a room. */
function lead(contest: Contest, now: number) {
  const led = {
    contest,
    now,
    events: [] as Event[],
    do(command: Command) {
      const { events } = decide(led.contest, command)
      led.contest = evolveAll(led.contest, events)
      led.events.push(...events)
    },
    play(steps: readonly Step[]) {
      for (const [move, millis] of steps) {
        led.now += millis
        led.tick()
        led.do(move(led.contest, led.now))
      }
    },
    tick() {
      for (let edge = nextEdgeAt(led.contest, 0); edge !== null && edge <= led.now;) {
        const before = led.events.length
        led.do({ type: 'tick', at: edge })
        edge = led.events.length > before ? nextEdgeAt(led.contest, 0) : nextEdgeAt(led.contest, edge)
      }
    },
    /** Until nothing changes by itself any more. */
    untilQuiet() {
      for (let edge = nextEdgeAt(led.contest, led.now); edge !== null; edge = nextEdgeAt(led.contest, led.now)) {
        led.now = Math.max(led.now, edge)
        led.tick()
      }
    },
  }
  return led
}

/** Whatever happened before, somebody is there and the contest may go on. */
function readyToBegin(led: ReturnType<typeof lead>): void {
  led.do({ type: 'readmit', memberId: 'an', by: host, at: led.now })
  led.do({ type: 'join', memberId: 'an', at: led.now })
  led.do({ type: 'resume', by: host, at: led.now })
}

const questions: readonly Question[] = [question([1]), question([0]), question([2], { seconds: 10 })]

test('[C10, C4, R1–R4, T2, T7] a warm-up, whatever happens in it, changes no score, no time, no rank and no quota', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(
      movesOf({ weight: 6, arbitrary: answer }, { weight: 2, arbitrary: people }, { weight: 1, arbitrary: steering }),
      movesOf(
        { weight: 8, arbitrary: answer },
        { weight: 4, arbitrary: onwards },
        { weight: 1, arbitrary: people },
        { weight: 1, arbitrary: steering },
      ),
      fc.boolean(),
      (inWarmUp, counting, autoAdvance) => {
        const [plain, warmed] = [null, warmUp].map((asked) =>
          lead(newContest('contest', content(questions, { warmUp: asked, autoAdvance })), 0),
        )
        if (!plain || !warmed) throw new Error('two contests')
        for (const led of [plain, warmed]) {
          const roster = members.map((id) => ({
            memberId: id,
            ranked: id !== 'dung',
            timePercent: id === 'chi' ? (150 as const) : (100 as const),
          }))
          led.do({ type: 'open-room', contentHash: 'hash', roster, at: 0 })
          for (const id of ['an', 'binh', 'chi']) led.do({ type: 'join', memberId: id, at: 0 })
        }
        warmed.do({ type: 'next', by: host, after: 'lobby', at: 0 })
        warmed.play(inWarmUp)
        warmed.untilQuiet()
        readyToBegin(warmed)
        // The same people come and go in the lobby of the other, and as much time goes by.
        const cameAndWent = warmed.events.filter(({ type }) => peopleKinds.has(type)).slice(3)
        plain.contest = evolveAll(plain.contest, cameAndWent)
        plain.now = warmed.now
        const asked = [plain, warmed].map((led) => {
          led.events.length = 0
          led.play([[(contest, at) => ({ type: 'next', by: host, after: stepOf(contest) ?? 'lobby', at }), 0]])
          led.play(counting)
          return led
        })

        expect(warmed.events.map(withoutNumbers)).toEqual(plain.events.map(withoutNumbers))
        expect(contestResult(warmed.contest)).toEqual(contestResult(plain.contest))
        expect(warmed.contest.people).toEqual(plain.contest.people)
        for (const { contest } of asked) {
          const sheets = [...contest.sheets.values()]
          if (sheets.some(({ purpose, answersByMember }) => purpose === 'warm-up' && answersByMember.size > 0)) {
            reached.add('an answer to the warm-up')
          }
          if (sheets.some(({ purpose, interrupted }) => purpose === 'warm-up' && interrupted))
            reached.add('interrupted')
          const spent = [...contest.people.values()].some(({ quota }) => quota.lagMillis < 1_400)
          if (spent) reached.add('a quota spent')
          if (contestResult(contest).rows.some(({ right }) => right > 0)) reached.add('a right answer')
        }
      },
    ),
  )
  expect([...reached].sort()).toEqual(['a quota spent', 'a right answer', 'an answer to the warm-up', 'interrupted'])
})

const peopleKinds = new Set(['joined', 'marked-left', 'removed', 'readmitted'])

/** An opening's number tells how many there were before. */
function withoutNumbers(event: Event): unknown {
  return { ...event, openingId: 'opening', continues: 'continues' in event && event.continues !== null }
}
