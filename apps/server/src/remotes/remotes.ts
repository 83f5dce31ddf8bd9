import { type ContestRecord, contestRepository, hashSecret, newSecret, remoteRepository } from '@khac-sau/database'
import type { AccountId, Millis, WallMillis } from '@khac-sau/engine'
import type { House, Houses } from '../rooms/houses.ts'
import { newPairings, type Pairings, type PairingPlace } from './pairings.ts'
import { type RemoteCookie, remoteCookie } from './remote-cookie.ts'

type ContestPlace = Omit<PairingPlace, 'accountId'>

export type Paired = { readonly house: House; readonly contest: ContestRecord; readonly accountId: AccountId }

/** Phones that move a contest along, one for each. A row outlives the process, so that a remote does; the contest ends it. */
export type Remotes = Pick<Pairings, 'offer' | 'forget'> & {
  readonly cookie: RemoteCookie
  /** What the phone is to keep; `undefined` when the code is no good any more. The remote before is one no more. */
  pair(secret: string): Promise<string | undefined>
  /** `header` is a whole Cookie header. */
  ofCookie(header: string | undefined): Promise<Paired | undefined>
  isPaired(place: ContestPlace): Promise<boolean>
  end(place: ContestPlace): Promise<void>
  /** Every phone that this account paired, and every code by which one could still be. */
  endAllOf(cellId: string, accountId: AccountId): Promise<void>
}

export type RemotesDependencies = {
  readonly houses: Pick<Houses, 'all'>
  /** Monotonic milliseconds of this process. */
  readonly now: () => Millis
  readonly wallNow: () => WallMillis
  /** Reached over https only. */
  readonly secure: boolean
  /** Who paired a phone may be gone since, or do other work: then the phone is a remote no more. */
  readonly mayRun: (cellId: string, accountId: AccountId) => Promise<boolean>
  /** The phone that was the remote until now is to be sent away, and the host to be told. */
  readonly changed: (place: ContestPlace, isPaired: boolean) => Promise<void>
}

export function openRemotes({ houses, now, wallNow, secure, mayRun, changed }: RemotesDependencies): Remotes {
  const pairings = newPairings(now)
  const cookie = remoteCookie(secure)
  async function end(place: ContestPlace): Promise<void> {
    pairings.forget(place.contestId)
    await remoteRepository(place.house.store).end(place.cellId, place.contestId)
    await changed(place, false)
  }

  return {
    cookie,
    offer: pairings.offer,
    forget: pairings.forget,
    async pair(secret) {
      const place = pairings.take(secret)
      if (!place || !(await underWay(place))) return undefined
      const { house, cellId, contestId, accountId } = place
      const token = newSecret()
      const remote = { contestId, accountId, tokenHash: hashSecret(token), createdAtMs: wallNow() }
      await remoteRepository(house.store).pair(cellId, remote)
      await changed(place, true)
      return token
    },
    async ofCookie(header) {
      const token = cookie.tokenOf(header)
      if (!token) return undefined
      for (const house of houses.all()) {
        const remote = await remoteRepository(house.store).byTokenHash(hashSecret(token))
        const contest = remote && (await underWay({ ...remote, house }))
        if (!contest) continue
        return (await mayRun(contest.cellId, remote.accountId))
          ? { house, contest, accountId: remote.accountId }
          : undefined
      }
      return undefined
    },
    async isPaired({ house, cellId, contestId }) {
      return (await remoteRepository(house.store).ofContest(cellId, contestId)) !== undefined
    },
    end,
    async endAllOf(cellId, accountId) {
      pairings.forgetOf(accountId)
      for (const house of houses.all()) {
        const theirs = await remoteRepository(house.store).ofAccount(cellId, accountId)
        for (const { contestId } of theirs) await end({ house, cellId, contestId })
      }
    },
  }
}

async function underWay({ house, cellId, contestId }: ContestPlace): Promise<ContestRecord | undefined> {
  const contest = await contestRepository(house.store).byId(cellId, contestId)
  return contest?.stage === 'open' ? contest : undefined
}
