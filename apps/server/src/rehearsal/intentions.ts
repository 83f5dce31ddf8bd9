import type { ContestContent, Millis, Question } from '@khac-sau/engine'
import { drawFrom, drawSome, type Random } from '../demo/random.ts'
import type { SimulatedPerson } from './simulated-people.ts'

/** What one person does with one question. */
export type Intention = {
  readonly options: readonly number[]
  /** When they choose, from when the options are on their screen. */
  readonly afterMillis: Millis
  readonly way: AnswerWay
}

/**
 * `left`: chosen and not submitted, so that the phone submits it at the deadline (A2). `dropped`: the connection goes
 * before the press and is back in time. `late`: pressed without a connection that comes back too late (A3).
 */
export type AnswerWay = 'submitted' | 'left' | 'dropped' | 'late'

/** By question, and in it by person, in their order. The same draws make the same evening. */
export function intentionsOf(
  { questions, settings }: Pick<ContestContent, 'questions' | 'settings'>,
  people: readonly SimulatedPerson[],
  random: Random,
): readonly (readonly Intention[])[] {
  return questions.map((question, index) => {
    const allottedMillis = (question.seconds ?? settings.secondsPerQuestion) * 1_000
    const ways = waysAt(index, questions.length)
    return people.map((person, place) => ({
      options: chosenBy(person, question, random),
      afterMillis: thinkingMillis(person, question, allottedMillis, random),
      way: ways[place] ?? 'submitted',
    }))
  })
}

/** C10: everyone tries it, and nobody is right or wrong. */
export function warmUpIntentions(
  { settings }: Pick<ContestContent, 'settings'>,
  people: readonly SimulatedPerson[],
  random: Random,
): readonly Intention[] {
  const { warmUp, secondsPerQuestion } = settings
  if (!warmUp) return []
  return people.map((person) => ({
    options: [drawFrom(random, [...warmUp.options.keys()])],
    afterMillis: thinkingMillis(person, warmUp, secondsPerQuestion * 1_000, random),
    way: 'submitted',
  }))
}

/**
 * The first question goes well; the second shows a phone that drops out and comes back; the third is held to its
 * deadline by an answer that is too late and one that was never submitted. A shorter contest shows all in its last one.
 */
function waysAt(question: number, count: number): readonly AnswerWay[] {
  const dropsAt = Math.min(1, count - 1)
  const lateAt = Math.min(2, count - 1)
  return [
    question === dropsAt ? 'dropped' : 'submitted',
    question === lateAt ? 'late' : 'submitted',
    question === lateAt ? 'left' : 'submitted',
  ]
}

function chosenBy({ knowledge }: SimulatedPerson, { options, right }: Question, random: Random): readonly number[] {
  if (random() < knowledge) return right
  const all = options.map((_, option) => option)
  const wrong = all.filter((option) => !right.includes(option))
  if (right.length === 1) return wrong.length > 0 ? [drawFrom(random, wrong)] : right
  // All-or-nothing (C2): one too few, or one too many.
  if (wrong.length === 0 || random() < 0.5) return ascending(drawSome(random, right, right.length - 1))
  return ascending([...right, drawFrom(random, wrong)])
}

function ascending(options: readonly number[]): readonly number[] {
  return [...options].sort((one, other) => one - other)
}

/** Reading the options, then thinking: most soon, a few long, everyone well before the deadline. */
function thinkingMillis(
  { pace }: SimulatedPerson,
  { options }: Pick<Question, 'options'>,
  allottedMillis: Millis,
  random: Random,
): Millis {
  const characters = options.reduce((sum, option) => sum + option.length, 0)
  const reading = 1_200 + Math.min(3_500, characters * readingMillisPerCharacter)
  const thinking = -Math.log(1 - random()) * usualThinkingMillis * pace
  const latest = allottedMillis * (0.55 + random() * 0.25)
  return Math.round(Math.min(reading + thinking, latest))
}

const readingMillisPerCharacter: Millis = 15
const usualThinkingMillis: Millis = 3_500
