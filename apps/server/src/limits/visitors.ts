import type { Millis } from '@khac-sau/engine'

/** A page in a room that has not shown yet whose it is. */
export type Visitor = { readonly id: string; readonly address: string; readonly since: Millis; misses: number }

/** L4: PINs that one page may get wrong before it has to connect anew. */
export const missesOfOnePage = 10

/** Each of the room may have so many pages open before they choose their name. */
const pagesEach = 3
const leastPeople = 20

/**
 * L4: who has to go when one address has more pages in a room than the room has use for: who missed most, then who has
 * been there longest. Nobody who comes is turned away for it, and who goes may come again at once.
 */
export function surplusVisitor(visitors: Iterable<Visitor>, address: string, people: number): Visitor | undefined {
  const here = [...visitors].filter((visitor) => visitor.address === address)
  if (here.length <= pagesEach * Math.max(people, leastPeople)) return undefined
  return here.reduce((worst, visitor) => (goesBefore(visitor, worst) ? visitor : worst))
}

function goesBefore(one: Visitor, other: Visitor): boolean {
  return one.misses === other.misses ? one.since < other.since : one.misses > other.misses
}
