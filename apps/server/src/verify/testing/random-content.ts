import { type ContestContent, defaultSettings, type Question } from '@khac-sau/engine'
import { drawFrom, drawSome, type Random } from '../../demo/random.ts'

export function randomContent(random: Random): ContestContent {
  const most = drawFrom(random, [1, 3, 3, 6, 6, 10, 30])
  const secondsPerQuestion = drawFrom(random, [5, 30, 30, 300])
  const maximumScore = 1 + Math.floor(random() * 100)
  return {
    title: 'Kỳ thi ngẫu nhiên',
    month: '2026-04',
    settings: {
      ...defaultSettings,
      secondsPerQuestion,
      maximumScore,
      autoAdvance: random() < 0.3,
      showStandings: random() < 0.3,
      strictOrder: random() < 0.3,
      // Not drawn by itself, so that all other contests stay what they were.
      warmUp: maximumScore % 4 === 0 ? { stem: 'Ngồi ở đâu?', options: ['Trên', 'Giữa', 'Dưới'] } : null,
    },
    questions: Array.from({ length: 1 + Math.floor(random() * most) }, () => randomQuestion(random)),
  }
}

/** Options of a question, at least one of them. */
export function randomKey(random: Random, options: number): readonly number[] {
  const count = random() < 0.75 ? 1 : 1 + Math.floor(random() * options)
  return [...drawSome(random, [...Array(options).keys()], count)].sort((one, other) => one - other)
}

function randomQuestion(random: Random): Question {
  const options = Array.from({ length: 2 + Math.floor(random() * 7) }, (_, index) => `Phương án ${index + 1}`)
  return {
    stem: 'Câu hỏi nào?'.repeat(1 + Math.floor(random() * 30)),
    options,
    right: randomKey(random, options.length),
    explanation: '',
    source: '',
    seconds: drawFrom(random, [null, null, 5, 10, 45]),
  }
}
