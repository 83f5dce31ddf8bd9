import { parseArgs } from 'node:util'
import { fuzz } from './fuzzing.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '42' },
    batch: { type: 'string' },
  },
})
const startedAt = performance.now()
const { sent, batches, unanswered, faults, crashes, megabytes, contests } = await fuzz({
  messages: Number(values.messages),
  seed: Number(values.seed),
  ...(values.batch === undefined ? {} : { batch: Number(values.batch) }),
  tell: (line) => say(`${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`),
})
const growth = megabytes.late - megabytes.early
say(
  [
    `seed ${values.seed}: ${sent} malformed messages in ${batches} batches, ${Math.round((performance.now() - startedAt) / 1000)} s`,
    `crashes ${crashes}, unanswered ${unanswered.length}, faults of the server ${faults.length}`,
    `memory: ${Math.round(megabytes.early)} MB in the second quarter, ${Math.round(megabytes.late)} MB in the last (${Math.round(growth)} more)`,
    `beside it: ${contests.played} contests, ${contests.acked} answers shown as saved, ` +
      `${contests.findings.length} wrong, ${contests.hanging.length} phones hanging`,
    ...[...unanswered, ...faults].slice(0, 50),
    ...contests.findings.map(({ kind, memberId, what }) => `${kind}: ${memberId} ${what}`),
    ...contests.hanging,
  ].join('\n'),
)
const isFaultless =
  crashes + unanswered.length + faults.length + contests.findings.length + contests.hanging.length === 0
process.exitCode = isFaultless && growth <= 50 ? 0 : 1

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
