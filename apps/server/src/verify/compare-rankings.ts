import { compareLife } from './testing/compare-lives.ts'

// node --import tsx apps/server/src/verify/compare-rankings.ts <runs> <seed>
const [runs, seed] = process.argv.slice(2).map(Number)
if (isCount(runs) && isCount(seed)) process.exitCode = compareMany(runs, seed)
else process.exitCode = usage()

function compareMany(runs: number, seed: number): number {
  const started = performance.now()
  const reached = new Map<string, number>()
  let [differing, eventCount] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const life = compareLife(seed + run)
    eventCount += life.eventCount
    for (const what of life.reached) reached.set(what, (reached.get(what) ?? 0) + 1)
    for (const difference of life.differences) print(`seed ${seed + run}: ${JSON.stringify(difference)}`)
    differing += life.differences.length > 0 ? 1 : 0
    if ((run + 1) % 1_000 === 0) print(`${run + 1} contests, ${differing} differ`)
  }
  for (const [what, lives] of [...reached].sort()) print(`  ${what}: in ${lives}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(`${runs} random contests, ${eventCount} events, ${differing} differ, ${seconds} s`)
  return differing === 0 ? 0 : 1
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
}

function usage(): number {
  process.stderr.write('usage: compare-rankings.ts <runs> <seed>\n')
  return 2
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
