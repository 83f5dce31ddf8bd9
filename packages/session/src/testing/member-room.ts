import type { MemberStage, MemberView, OpenView, OwnAnswerView } from '@khac-sau/engine'
import { createMemberSession } from '../member-session.ts'
import type { DeviceStorage } from '../device-storage.ts'
import { type Emitted, fakeLink } from './fake-link.ts'
import { fakeStorage } from './fake-storage.ts'
import { fakeTime } from './fake-time.ts'

export const token = 'token-of-hoa-0123456789'

/** A phone and the server it talks to. The contest clock is the page's own here. */
export function memberRoom({ storage = fakeStorage(), time = fakeTime() } = {}) {
  const replies: Record<string, (emitted: Emitted) => void> = {
    'member:clock': ({ answer }) => answer({ ok: true, value: { bootId: 'a', at: time.now() } }),
    'member:roster': ({ answer }) =>
      answer({ ok: true, value: { cellName: 'C', title: 'T', rehearsal: false, people: [] } }),
    'member:claim': ({ answer }) => answer({ ok: true, value: { memberId: 'hoa', token } }),
  }
  const fake = fakeLink((emitted) => replies[emitted.event]?.(emitted))
  /** What went out by request; nobody answers unless a test does. */
  const posted: { readonly answer: object; readonly token: string; readonly reply: (ack: unknown) => void }[] = []
  let made = 0
  const session = createMemberSession({
    link: fake.link,
    roomCode: '123456',
    protocolVersion: 1,
    storage,
    schedule: time.schedule,
    now: time.now,
    wallNow: time.wallNow,
    randomId: () => `answer-${(made += 1)}-at-${time.now()}`,
    post: (answer, withToken) => new Promise((reply) => posted.push({ answer, token: withToken, reply })),
  })
  const show = (stage: MemberStage, settings: { readonly oneTap?: boolean } = {}) =>
    fake.fire('member:view', { ...head(time.now()), oneTap: settings.oneTap ?? false, stage })
  return { fake, time, storage, session, replies, posted, show }
}

export type MemberRoom = ReturnType<typeof memberRoom>

type OpenQuestion = OpenView & { readonly own: OwnAnswerView | null }

/** In, and looking at an open question that closes after 30 s. */
export async function memberAtQuestion(options: { readonly storage?: DeviceStorage; readonly oneTap?: boolean } = {}) {
  const room = memberRoom({ storage: options.storage ?? fakeStorage() })
  await enter(room)
  const closesAt = room.time.now() + 30_000
  room.show(openStage(closesAt), options)
  return { ...room, closesAt }
}

export async function enter({ session, time }: MemberRoom): Promise<void> {
  session.start()
  await time.settle()
  session.claim('hoa')
  await time.settle()
}

/** The page is loaded again on the same device. */
export async function reload({ session, storage, time }: MemberRoom): Promise<MemberRoom> {
  session.stop()
  const room = memberRoom({ storage, time })
  room.session.start()
  await time.settle()
  return room
}

export function openStage(closesAt: number, change: Partial<OpenQuestion> = {}): MemberStage {
  return { ...question(closesAt), name: 'open', own: null, options: ['A', 'B', 'C'], ...change }
}

export function closingStage(closesAt: number, change: Partial<OpenQuestion> = {}): MemberStage {
  return { ...question(closesAt), name: 'closing', own: null, options: ['A', 'B', 'C'], ...change }
}

/** After an interruption the same opening is read again before it goes on. */
export function stemAgain(closesAt: number): MemberStage {
  return { ...question(closesAt), name: 'stem', continued: true }
}

export function revealStage(): MemberStage {
  const item = { question: 0, stem: 'Q', options: ['A', 'B', 'C'], right: [0], explanation: '', source: '' }
  const flags = { voided: false, corrected: false, untimed: false, interrupted: false }
  return { ...item, ...flags, name: 'reveal', own: null, correct: false, result: null }
}

/** Answers nothing: the way there or back is lost. */
export function lost(): void {}

function question(closesAt: number) {
  const moments = { stemAt: closesAt - 40_000, opensAt: closesAt - 30_000, closesAt }
  return { openingId: 'opening-1', question: 0, stem: 'Q', multiple: false, continued: false, ...moments }
}

function head(now: number): Omit<MemberView, 'oneTap' | 'stage'> {
  const contest = { cellName: 'C', title: 'T', month: '2026-04', questionCount: 5, maximumScore: 10 }
  const me = { memberId: 'hoa', name: 'Hòa', ranked: true, timePercent: 100 as const }
  return { ...contest, secondsPerQuestion: 30, paused: false, settled: false, rehearsal: false, bootId: 'a', now, me }
}
