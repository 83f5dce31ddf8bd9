import type { Contest } from '../contest.ts'

export type UpNext = { readonly question: number; readonly stem: string }

/** What is asked next, for its host's eyes: never an option or the key (A5). `null` while a question runs, and after the last. */
export function upNext({ phase, content }: Contest): UpNext | null {
  const question = phase.name === 'lobby' ? 0 : phase.name === 'reveal' ? phase.question + 1 : content.questions.length
  const next = content.questions[question]
  return next ? { question, stem: next.stem } : null
}
