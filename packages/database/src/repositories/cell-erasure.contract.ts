import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addContest, addMember, addOpenContest } from '../testing/sample-rows.ts'
import { accountRepository } from './accounts.ts'
import { auditRepository } from './audit.ts'
import { cellErasureRepository } from './cell-erasure.ts'
import { administrationRepository } from './administration.ts'
import { contestRepository } from './contests.ts'
import { deviceRepository } from './devices.ts'
import { invitationRepository } from './invitations.ts'
import { memberLinkRepository } from './member-links.ts'
import { memberMergeRepository } from './member-merges.ts'
import { recoveryRepository } from './recoveries.ts'
import { remoteRepository } from './remotes.ts'
import { sessionRepository } from './sessions.ts'

/** Rooms of the samples were opened at 4. */
const whileLive = { closedAtMs: 9, liveSinceMs: 3 }
const muchLater = { closedAtMs: 9, liveSinceMs: 5 }
const erasing = { name: 'Chi bộ Mẫu', erasedAtMs: 9, administratorId: 'who' }

export function cellErasureContract(store: () => Store): void {
  test('a cell is closed unless a room is open, and reopened as it was', async () => {
    const erasure = cellErasureRepository(store())
    const { cellId, contestId, tokenHash, remoteHash } = await fullCell()
    expect(await erasure.close(cellId, whileLive)).toEqual({ ok: false, refusal: 'contest-under-way' })
    await contestRepository(store()).setStage(cellId, contestId, { stage: 'finished' })
    expect(await erasure.close(cellId, whileLive)).toEqual({ ok: true, value: [tokenHash] })
    expect(await erasure.close(cellId, whileLive)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await sessionRepository(store()).byTokenHash(tokenHash, 50)).toBeUndefined()
    expect(await remoteRepository(store()).byTokenHash(remoteHash)).toBeUndefined()

    expect(await erasure.reopen(cellId)).toBe(true)
    expect(await erasure.reopen(cellId)).toBe(false)
    expect(await accountRepository(store()).list(cellId)).toHaveLength(1)
  })

  test('a room that was forgotten holds up nothing', async () => {
    const { cellId } = await fullCell()
    expect(await contestRepository(store()).isAnyLive(3)).toBe(true)
    expect(await contestRepository(store()).isAnyLive(4)).toBe(false)
    expect(await cellErasureRepository(store()).close(cellId, muchLater)).toMatchObject({ ok: true })
  })

  test('of an erased cell no row is left in any table, and none of another is touched', async () => {
    const erasure = cellErasureRepository(store())
    const [{ cellId }, other] = [await fullCell(), await fullCell()]
    const before = await rowsNaming(other.cellId)
    expect(await erasure.erase(cellId, erasing)).toEqual({ ok: false, refusal: 'not-found' })
    await erasure.close(cellId, muchLater)
    expect(await erasure.erase(cellId, { ...erasing, name: 'Chi bộ khác' })).toEqual({
      ok: false,
      refusal: 'not-its-name',
    })
    // As another keyboard writes the same letters.
    const typed = { ...erasing, name: erasing.name.normalize('NFD') }
    expect(await erasure.erase(cellId, typed)).toEqual({ ok: true, value: 'erased' })

    expect(await rowsNaming(cellId)).toEqual({ erasedCell: 1, administrationEntry: 1 })
    expect(await rowsNaming(other.cellId)).toEqual(before)
    // Every table of a cell is in the sample, but for what a settled result writes.
    const { award: _award, result: _result, ...tables } = tablesOfCells()
    expect(Object.keys(before).sort()).toEqual([...Object.keys(tables), 'cell', 'contestLog'].sort())
    expect(await erasure.erased()).toContainEqual({ cellId, erasedAtMs: 9 })
    const noted = { action: 'cell-erased', cellId, atMs: 9, administratorId: 'who', detail: null }
    expect(await administrationRepository(store()).journal(1)).toMatchObject([noted])
    expect(await erasure.eraseAgain(cellId, 9)).toBe(false)
    expect(await erasure.eraseAgain(other.cellId, 9)).toBe(true)
    expect(await rowsNaming(other.cellId)).toEqual({ erasedCell: 1, administrationEntry: 1 })
  })

  test('the journal of a cell that is there stays append-only', async () => {
    const { cellId } = await fullCell()
    const { write, tables } = store()
    const gone = write((writer) => writer.delete(tables.auditEntry).returning())
    await expect(gone).rejects.toThrow('audit_entry')
    expect(await auditRepository(store()).page(cellId, 9)).toHaveLength(1)
  })

  function tablesOfCells() {
    const apart = ['erasedCell', 'administrationEntry']
    return Object.fromEntries(
      Object.entries(store().tables).filter(([name, table]) => 'cellId' in table && !apart.includes(name)),
    )
  }

  async function fullCell() {
    const cellId = await addCell(store())
    const [memberId, mergedId] = [await addMember(store(), cellId), await addMember(store(), cellId)]
    const account = {
      id: newId(),
      login: newId(),
      displayName: 'A',
      role: 'owner' as const,
      passwordHash: 'h',
      createdAtMs: 1,
    }
    await accountRepository(store()).create(cellId, account)
    const times = { createdAtMs: 1, lastUsedAtMs: 1, expiresAtMs: 100 }
    const tokenHash = newId()
    await sessionRepository(store()).create(cellId, { tokenHash, accountId: account.id, userAgent: '', ...times })
    const secret = () => ({ secretHash: newId(), createdAtMs: 1, expiresAtMs: 100 })
    await recoveryRepository(store()).create(cellId, { accountId: account.id, ...secret() })
    const invited = { id: newId(), role: 'viewer' as const, invitedBy: account.id, ...secret() }
    await invitationRepository(store()).create(cellId, invited)
    const device = { id: newId(), memberId, tokenHash: newId(), provedBy: 'name' as const, createdAtMs: 1 }
    await deviceRepository(store()).create(cellId, device)
    await memberLinkRepository(store()).make(cellId, new Map([[memberId, newId()]]), {
      madeAtMs: 1,
      replacing: false,
    })
    const merge = { memberId: mergedId, intoMemberId: memberId, mergedBy: account.id, mergedAtMs: 1 }
    await memberMergeRepository(store()).merge(cellId, merge)
    const contestId = await addOpenContest(store(), cellId)
    const remoteHash = newId()
    const remote = { contestId, accountId: account.id, tokenHash: remoteHash, createdAtMs: 1 }
    await remoteRepository(store()).pair(cellId, remote)
    const draftId = await addContest(store(), cellId)
    const { write, tables } = store()
    const excused = { cellId, contestId: draftId, memberId, createdAtMs: 1 }
    await write((writer) => writer.insert(tables.excusal).values(excused).returning())
    const logged = { contestId, seq: 1, atMs: 1, kind: 'x', version: 1, body: '{}', hash: 'h' }
    await write((writer) => writer.insert(tables.contestLog).values(logged).returning())
    await auditRepository(store()).append(cellId, { atMs: 1, actorId: account.id, action: 'cell-made' })
    return { cellId, contestId, tokenHash, remoteHash }
  }

  /** In every table there is, by whatever column: how many rows hold the id, or the id of one of its contests. */
  async function rowsNaming(cellId: string): Promise<Readonly<Record<string, number>>> {
    const { read, tables } = store()
    const contests = await read.select().from(tables.contest)
    const ids = [cellId, ...contests.flatMap((one) => (one.cellId === cellId ? one.id : []))]
    const counts: Record<string, number> = {}
    for (const [name, table] of Object.entries(tables)) {
      const rows = await read.select().from(table)
      const holding = rows.filter((row) => Object.values(row).some((value) => ids.includes(String(value)))).length
      if (holding > 0) counts[name] = holding
    }
    return counts
  }
}
