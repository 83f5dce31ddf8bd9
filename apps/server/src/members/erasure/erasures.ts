import {
  type CellEndRefusal,
  cellErasureRepository,
  contestRepository,
  memberRepository,
  type Outcome,
  type Store,
} from '@khac-sau/database'
import type { MemberId, Month, WallMillis } from '@khac-sau/engine'
import { erasedName } from '@khac-sau/language'
import { monthAt, monthsBefore } from '../../calendar.ts'
import { noteClean, noteErasures, readErasures } from './erasure-list.ts'

export type ErasuresDependencies = {
  readonly store: Store
  /** The list of who was erased. */
  readonly file: string
  readonly now: () => WallMillis
  /** Writes the kept copies anew without what was erased. Not all of them, where it says `false`. */
  readonly eraseInCopies: () => Promise<boolean>
  readonly report: (error: unknown, about: string) => void
}

export type Erasures = {
  /** On disk, in the data and in the list, when it resolves with the pseudonym; `undefined`: there is no such member. */
  erase(cellId: string, memberId: MemberId): Promise<string | undefined>
  /** A whole cell, with the same care, if that is its name. */
  eraseCell(cellId: string, name: string, administratorId: string): Promise<Outcome<'erased', CellEndRefusal>>
  /** Whether files may still hold something of what was erased. */
  isCleaning(): Promise<boolean>
  /** What is left of names in free pages and in kept copies. Not while a room is open, unless it is told not to wait. */
  clean(options?: { readonly evenIfOpen: boolean }): Promise<void>
  /** Resolves when nothing is being cleaned. */
  idle(): Promise<void>
}

/** P2: results know members by their ids alone, so that erasing a name changes nothing that was counted or chained. */
export function openErasures({ store, file, now, eraseInCopies, report }: ErasuresDependencies): Erasures {
  let cleaning = Promise.resolve()

  async function cleanNow(evenIfOpen: boolean): Promise<void> {
    const { count, cleanThrough } = await readErasures(file)
    if (cleanThrough >= count) return
    // Writing the file anew holds up whoever answers meanwhile.
    if (!evenIfOpen && (await contestRepository(store).isAnyLive(now() - roomMillis))) return
    await store.vacuum()
    if (await eraseInCopies()) await noteClean(file, count)
  }

  function clean({ evenIfOpen } = { evenIfOpen: false }): Promise<void> {
    cleaning = cleaning
      .then(() => cleanNow(evenIfOpen))
      .catch((error: unknown) => report(error, 'cleaning after an erasure'))
    return cleaning
  }

  return {
    async erase(cellId, memberId) {
      const erasing = { atMs: now(), lastMonth: lastMonthBefore(now()) }
      const outcome = await memberRepository(store).erase(cellId, memberId, { ...erasing, pseudonymOf: erasedName })
      if (!outcome.ok) return undefined
      await noteErasures(file, [{ ...erasing, cellId, memberId, number: outcome.value }])
      void clean()
      return erasedName(outcome.value)
    },
    async eraseCell(cellId, name, administratorId) {
      const atMs = now()
      const outcome = await cellErasureRepository(store).erase(cellId, { name, erasedAtMs: atMs, administratorId })
      if (!outcome.ok) return outcome
      await noteErasures(file, [{ erasedCellId: cellId, atMs }])
      void clean()
      return outcome
    },
    async isCleaning() {
      const { count, cleanThrough } = await readErasures(file)
      return cleanThrough < count
    },
    clean,
    idle: () => cleaning,
  }
}

/** A room that was opened longer ago than a day is not waited for. */
export const roomMillis = 24 * 60 * 60_000

/** Before anybody is served: the data may be older than the list (a restore), or newer (a crash between the two). */
export async function reapplyErasures(store: Store, file: string, nowMs: WallMillis): Promise<void> {
  const erasedAgain = (await eraseCellsAgain(store, file, nowMs)) + (await eraseMembersAgain(store, file))
  if (erasedAgain > 0) await store.vacuum()
}

async function eraseCellsAgain(store: Store, file: string, nowMs: WallMillis): Promise<number> {
  const erasure = cellErasureRepository(store)
  const { cellIds } = await readErasures(file)
  const erased = await erasure.erased()
  const notListed = erased.filter(({ cellId }) => !cellIds.includes(cellId))
  await noteErasures(
    file,
    notListed.map(({ cellId, erasedAtMs }) => ({ erasedCellId: cellId, atMs: erasedAtMs })),
  )
  let erasedAgain = 0
  for (const cellId of cellIds) if (await erasure.eraseAgain(cellId, nowMs)) erasedAgain += 1
  return erasedAgain
}

async function eraseMembersAgain(store: Store, file: string): Promise<number> {
  const members = memberRepository(store)
  const { members: listed } = await readErasures(file)
  const erased = await members.erased()
  const listedIds = new Set(listed.map(({ memberId }) => memberId))
  const erasedIds = new Set(erased.map(({ id }) => id))
  const notListed = erased.filter(({ id }) => !listedIds.has(id))
  await noteErasures(
    file,
    notListed.map(({ id, cellId, erasedNumber, erasedAtMs, fromMonth, toMonth }) => ({
      cellId,
      memberId: id,
      number: erasedNumber ?? 1,
      atMs: erasedAtMs ?? 0,
      lastMonth: toMonth ?? fromMonth,
    })),
  )
  const named = listed.filter(({ memberId }) => !erasedIds.has(memberId))
  let erasedAgain = 0
  for (const { cellId, memberId, number, atMs, lastMonth } of named) {
    const again = { number, atMs, lastMonth, pseudonymOf: erasedName }
    if ((await members.erase(cellId, memberId, again)).ok) erasedAgain += 1
  }
  return erasedAgain
}

/** As where somebody leaves the cell: the month that is not over does not count as missed. */
function lastMonthBefore(nowMs: WallMillis): Month {
  return monthsBefore(monthAt(nowMs), 1)
}
