import { parseArgs } from 'node:util'
import { fuzz, type Growth, growthOf, mostGrowth } from './fuzzing.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '42' },
    batch: { type: 'string' },
  },
})
const startedAt = performance.now()
const { sent, batches, unanswered, faults, crashes, memory, contests } = await fuzz({
  messages: Number(values.messages),
  seed: Number(values.seed),
  parts: 10,
  ...(values.batch === undefined ? {} : { batch: Number(values.batch) }),
  tell: (line) => say(`${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`),
})
const growth = growthOf(memory)
say(
  [
    `seed ${values.seed}: ${sent} malformed messages in ${batches} batches, ${Math.round((performance.now() - startedAt) / 1000)} s`,
    `crashes ${crashes}, unanswered ${unanswered.length}, faults of the server ${faults.length}`,
    growth === null ? 'memory: not known' : growthLine(growth),
    `beside it: ${contests.played} contests, ${contests.acked} answers shown as saved, ` +
      `${contests.findings.length} wrong, ${contests.hanging.length} phones hanging`,
    ...[...unanswered, ...faults].slice(0, 50),
    ...contests.findings.map(({ kind, memberId, what }) => `${kind}: ${memberId} ${what}`),
    ...contests.hanging,
  ].join('\n'),
)
const isFaultless =
  crashes + unanswered.length + faults.length + contests.findings.length + contests.hanging.length === 0
// One batch by itself says nothing of memory.
const isStable =
  values.batch !== undefined ||
  (growth !== null && growth.heldEach < mostGrowth.heldEach && growth.resident < mostGrowth.resident)
process.exitCode = isFaultless && isStable ? 0 : 1

function growthLine({ heldEach, resident }: Growth): string {
  return `memory in the second half: ${heldEach.toFixed(1)} bytes more held for each message, ${(resident / 2 ** 20).toFixed(1)} MB more in all`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
