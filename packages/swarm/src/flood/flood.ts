import { parseArgs } from 'node:util'
import { flood } from './flooding.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '200' },
    known: { type: 'string', default: '160' },
    bots: { type: 'string', default: '2000' },
    every: { type: 'string', default: '5000' },
    'sign-ins': { type: 'string', default: '200' },
    seed: { type: 'string', default: '42' },
  },
})
const startedAt = performance.now()
const { joinMillis, blocked, letInByHost, told, ackMillis, signInMillis } = await flood({
  phones: Number(values.phones),
  known: Number(values.known),
  bots: Number(values.bots),
  everyMillis: Number(values.every),
  signIns: Number(values['sign-ins']),
  seed: Number(values.seed),
  tell: (line) => say(`${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`),
})
const ratio = (share: number) => (at(ackMillis.signIns, share) / Math.max(at(ackMillis.quiet, share), 1)).toFixed(1)
say(
  [
    `seed ${values.seed}: ${values.phones} phones, ${values.known} of them known, ${values.bots} bots at the same address`,
    `in the room: ${joinMillis.length}; from coming to being in ${spread(joinMillis)}; blocked ${blocked.length}`,
    `let in by the host, because bots had used up the tries on their member: ${letInByHost}`,
    `told to the bots: ${JSON.stringify(told)}`,
    `press to receipt with the bots: ${spread(ackMillis.flooded)}`,
    `press to receipt without: ${spread(ackMillis.quiet)}`,
    `press to receipt beside ${values['sign-ins']} sign-ins at once: ${spread(ackMillis.signIns)}; ` +
      `${ratio(0.5)} times the median without, ${ratio(0.99)} times the p99; a sign-in ${spread(signInMillis)}`,
    ...blocked,
  ].join('\n'),
)
process.exitCode = blocked.length === 0 && at(ackMillis.flooded, 0.99) <= 300 ? 0 : 1

function at(millis: readonly number[], share: number): number {
  const sorted = [...millis].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function spread(millis: readonly number[]): string {
  const rounded = [0.5, 0.95, 0.99, 1].map((share) => Math.round(at(millis, share)))
  return `median ${rounded[0]}, p95 ${rounded[1]}, p99 ${rounded[2]}, most ${rounded[3]} ms (${millis.length})`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
