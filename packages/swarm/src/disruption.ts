import type { Millis } from '@khac-sau/engine'
import type { Network } from './network.ts'
import type { Product } from './product.ts'
import type { Random } from './random.ts'

const outageKinds = ['blackhole', 'cut', 'suspend'] as const
type DisruptionKind = 'kill' | (typeof outageKinds)[number]

/** What is done to the contest while it is being answered. */
export type Disruption = {
  readonly kind: DisruptionKind
  /** From when its stem is shown again, and not from when its options are open. */
  readonly whileReadAgain: boolean
  readonly afterMillis: Millis
  readonly millis: Millis
}

/** What was done, by the clock of this process. */
export type Disrupted = Disruption & { readonly from: Millis; readonly to: Millis }

export function drawKill(random: Random, isInterrupted: boolean): Disruption {
  // While an interrupted question is read again, what waited on the phones is just arriving.
  const whileReadAgain = isInterrupted && random.isOneIn(3)
  const afterMillis = random.between(0, answeringMillis)
  return { kind: 'kill', whileReadAgain, afterMillis, millis: 0 }
}

export function drawOutage(random: Random, longestMillis: Millis): Disruption {
  const kind = outageKinds[random.between(0, outageKinds.length - 1)] ?? 'blackhole'
  const afterMillis = random.between(0, answeringMillis)
  return { kind, whileReadAgain: false, afterMillis, millis: random.between(1_000, longestMillis) }
}

/** Phones press at random moments of this. */
export const answeringMillis: Millis = 2_000
export async function disrupt(
  disruption: Disruption,
  { product, network }: { readonly product: Product; readonly network: Network },
): Promise<Disrupted> {
  const { kind, millis } = disruption
  const from = performance.now()
  if (kind === 'kill') {
    await product.killServer()
    await product.untilHealthy()
  } else if (kind === 'suspend') await product.suspendServer(millis)
  else await network[kind](millis)
  return { ...disruption, from, to: performance.now() }
}
