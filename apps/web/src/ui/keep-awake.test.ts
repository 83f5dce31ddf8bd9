import { expect, test } from 'vitest'
import { createKeepAwake, type HoldingWay } from './keep-awake.ts'

/** A browser whose answers the test gives. */
function browser(...grants: readonly boolean[]) {
  const page = { inSight: true, told: [] as boolean[], asked: [] as number[], released: 0 }
  const answers: (() => void)[] = []
  const losses: (() => void)[] = []
  const granted = [...grants]
  const ways = granted.map((_, index): HoldingWay => (lost) => {
    page.asked.push(index)
    losses.push(lost)
    return new Promise((resolve) =>
      answers.push(() => resolve(granted[index] ? { release: () => (page.released += 1) } : null)),
    )
  })
  const awake = createKeepAwake({
    ways,
    isInSight: () => page.inSight,
    changed: (held) => page.told.push(held),
  })
  const settle = async () => {
    for (let answer = answers.shift(); answer; answer = answers.shift()) {
      answer()
      // The next way is asked for, and what was found is told, in the turns after the answer.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    }
  }
  return { page, awake, settle, granted, lose: () => losses.at(-1)?.() }
}

test('the best way that the browser grants holds, and no other is asked', async () => {
  const { page, awake, settle } = browser(true, true)
  awake.attempt()
  await settle()
  awake.attempt()
  await settle()

  expect(page.asked).toEqual([0])
  expect(page.told).toEqual([true])
})

test('where the first is refused the second holds; where all are, the page is told', async () => {
  const second = browser(false, true)
  second.awake.attempt()
  await second.settle()
  expect(second.page.told).toEqual([true])

  const none = browser(false, false)
  none.awake.attempt()
  await none.settle()
  expect(none.page.told).toEqual([false])
})

test('a press tries again what was refused without one', async () => {
  const { page, awake, settle, granted } = browser(false)
  awake.attempt()
  await settle()
  granted[0] = true
  awake.attempt()
  await settle()

  expect(page.told).toEqual([false, true])
})

test('two presses at once are one attempt', async () => {
  const { page, awake, settle } = browser(true)
  awake.attempt()
  awake.attempt()
  await settle()

  expect(page.asked).toEqual([0])
})

test('out of sight it is let go, in sight again it is taken again', async () => {
  const { page, awake, settle } = browser(true)
  awake.attempt()
  await settle()
  page.inSight = false
  awake.letGo()
  awake.attempt()
  expect(page).toMatchObject({ released: 1, asked: [0] })
  page.inSight = true
  awake.attempt()
  await settle()

  expect(page.told).toEqual([true, true])
})

test('what comes too late is let go at once: after the end, or out of sight', async () => {
  for (const end of ['stop', 'hide'] as const) {
    const { page, awake, settle } = browser(true)
    awake.attempt()
    if (end === 'stop') awake.stop()
    else page.inSight = false
    await settle()

    expect(page).toMatchObject({ released: 1, told: [] })
  }
})

test('what the browser takes back is asked for again while the page is in sight', async () => {
  const { page, awake, settle, lose } = browser(true)
  awake.attempt()
  await settle()
  lose()
  expect(page.asked).toEqual([0, 0])
  await settle()
  page.inSight = false
  lose()

  expect(page.asked).toEqual([0, 0])
})
