import type { Millis } from '@khac-sau/engine'
import type { Disruption } from './disruption.ts'
import type { Phone } from './phone.ts'

/** `kill` counts the contest's kills from 0. */
export type Resumed = { readonly kill: number; readonly at: Millis }

export type ResumeWatch = ReturnType<typeof createResumeWatch>

/** Looks when each phone shows the question again that a kill interrupted. */
export function createResumeWatch() {
  const resumed: Resumed[] = []
  const bootIdBefore = new Map<string, string>()
  let kill = -1
  let asked = -1
  return {
    resumed,
    begin(phones: readonly Phone[], { kind }: Disruption, question: number) {
      if (kind !== 'kill') return
      kill += 1
      asked = question
      for (const phone of phones) bootIdBefore.set(phone.memberId, phone.state().view?.bootId ?? '')
    },
    look(phone: Phone) {
      const before = bootIdBefore.get(phone.memberId)
      const { view } = phone.state()
      if (before === undefined || !view || view.bootId === before || !('question' in view.stage)) return
      if (view.stage.question !== asked) return
      bootIdBefore.delete(phone.memberId)
      resumed.push({ kill, at: performance.now() })
    },
  }
}
