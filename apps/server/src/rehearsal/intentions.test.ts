import { defaultSettings, type Question } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { type Random, seededRandom } from '../demo/random.ts'
import { intentionsOf, warmUpIntentions } from './intentions.ts'
import { calmJoining, fewestSimulated, mostSimulated, simulatedPeople } from './simulated-people.ts'

const question = (right: readonly number[], options: number, seconds: number | null = null): Question => ({
  stem: 'Câu hỏi?',
  options: Array.from({ length: options }, (_, index) => `Phương án ${index}`),
  right,
  explanation: '',
  source: '',
  seconds,
})

/** Any set of questions that an editor lets through. */
function anyQuestions(random: Random): readonly Question[] {
  const count = 1 + Math.floor(random() * 12)
  return Array.from({ length: count }, () => {
    const options = [...Array(2 + Math.floor(random() * 7)).keys()]
    const right = options.filter(() => random() < 0.4)
    const seconds = random() < 0.5 ? null : 5 + Math.floor(random() * 296)
    return question(right.length > 0 ? right : [0], options.length, seconds)
  })
}

const evening = (seed: number, members: number, asked: readonly Question[]) => {
  const random = seededRandom(seed)
  let id = 0
  const people = simulatedPeople(members, calmJoining, random, () => `m${(id += 1)}`)
  const settings = { secondsPerQuestion: 30 } as Parameters<typeof intentionsOf>[0]['settings']
  return { people, intentions: intentionsOf({ questions: asked, settings }, people, random) }
}

test('[C9] the same seed draws the same people and the same answers', () => {
  const asked = [question([1], 4), question([0, 2], 4)]
  expect(evening(7, 12, asked)).toEqual(evening(7, 12, asked))
  expect(evening(7, 12, asked)).not.toEqual(evening(8, 12, asked))
})

test('[C9] as many people as members, but enough to see a room fill and not too many', () => {
  const count = (members: number) => evening(1, members, [question([0], 2)]).people.length
  expect([0, 8, 17, 30, 200].map(count)).toEqual([fewestSimulated, 8, 17, 30, mostSimulated])
})

test('[C9] every answer is one that a member could give, before the deadline', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const asked = anyQuestions(seededRandom(seed))
    const { intentions, people } = evening(seed, 10, asked)
    expect(intentions.map((each) => each.length)).toEqual(asked.map(() => people.length))
    for (const [index, { options, seconds }] of asked.entries()) {
      for (const { options: chosen, afterMillis } of intentions[index] ?? []) {
        expect(chosen.length).toBeGreaterThan(0)
        expect(chosen.every((option) => option >= 0 && option < options.length)).toBe(true)
        expect([...new Set(chosen)].sort((a, b) => a - b)).toEqual(chosen)
        expect(afterMillis).toBeGreaterThan(0)
        expect(afterMillis).toBeLessThan((seconds ?? 30) * 1_000)
      }
    }
  }
})

test('[C9] whatever the number of questions, one drops out, one is too late, one leaves a choice; some are wrong', () => {
  for (const count of [1, 2, 3, 10]) {
    const asked = Array.from({ length: count }, () => question([1], 4))
    const { intentions } = evening(3, 20, asked)
    const ways = intentions.flat().map(({ way }) => way)
    expect(['dropped', 'late', 'left'].map((way) => ways.filter((each) => each === way).length)).toEqual([1, 1, 1])
    const right = intentions.flat().filter(({ options }) => options[0] === 1).length
    expect(right).toBeGreaterThan(ways.length * 0.3)
    expect(right).toBeLessThan(ways.length)
  }
})

test('[C9, C10] everyone tries the warm-up with one option of it, and nothing where there is none', () => {
  const { people } = evening(1, 12, [question([0], 2)])
  const warmUp = { stem: 'Ngồi ở đâu?', options: ['Trên', 'Giữa', 'Dưới'] }
  const intentions = warmUpIntentions({ settings: { ...defaultSettings, warmUp } }, people, seededRandom(5))

  expect(intentions).toHaveLength(people.length)
  for (const { options, way, afterMillis } of intentions) {
    expect([[0], [1], [2]]).toContainEqual(options)
    expect(way).toBe('submitted')
    expect(afterMillis).toBeLessThan(30_000)
  }
  expect(warmUpIntentions({ settings: defaultSettings }, people, seededRandom(5))).toEqual([])
})
