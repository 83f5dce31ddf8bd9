import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addContest } from '../testing/sample-rows.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'
import { remoteRepository } from './remotes.ts'

export function remotesContract(store: () => Store): void {
  test('a contest has one remote: the next one takes its place', async () => {
    const { remotes, cellId, remote } = await paired()
    const next = { ...remote, tokenHash: newId(), accountId: newId(), createdAtMs: 20 }

    expect(await remotes.byTokenHash(remote.tokenHash)).toEqual({ ...remote, cellId })
    await remotes.pair(cellId, next)
    expect(await remotes.byTokenHash(remote.tokenHash)).toBeUndefined()
    expect(await remotes.byTokenHash(next.tokenHash)).toEqual({ ...next, cellId })
    expect(await remotes.ofContest(cellId, remote.contestId)).toEqual({ ...next, cellId })
  })

  test('a remote is ended in its own cell only, and once', async () => {
    const { remotes, cellId, remote } = await paired()
    const otherCellId = await addCell(store())

    expect(await remotes.end(otherCellId, remote.contestId)).toBe(false)
    expect(await remotes.ofContest(otherCellId, remote.contestId)).toBeUndefined()
    expect(await remotes.end(cellId, remote.contestId)).toBe(true)
    expect(await remotes.end(cellId, remote.contestId)).toBe(false)
    expect(await remotes.byTokenHash(remote.tokenHash)).toBeUndefined()
  })

  test('the remotes of an account are those that it paired, in its own cell only', async () => {
    const { remotes, cellId, remote } = await paired()
    const another = { ...remote, contestId: await addContest(store(), cellId), accountId: newId(), tokenHash: newId() }
    await remotes.pair(cellId, another)

    expect(await remotes.ofAccount(cellId, remote.accountId)).toEqual([{ ...remote, cellId }])
    expect(await remotes.ofAccount(await addCell(store()), remote.accountId)).toEqual([])
  })

  test('no remote is of another cell’s contest', async () => {
    const { remotes } = await paired()
    const contestId = await addContest(store(), await addCell(store()))
    const stranger = { contestId, accountId: newId(), tokenHash: newId(), createdAtMs: 10 }

    await expect(remotes.pair(await addCell(store()), stranger)).rejects.toSatisfy(isForeignKeyViolation)
  })

  async function paired() {
    const cellId = await addCell(store())
    const contestId = await addContest(store(), cellId)
    const remotes = remoteRepository(store())
    const remote = { contestId, accountId: newId(), tokenHash: newId(), createdAtMs: 10 }
    await remotes.pair(cellId, remote)
    return { remotes, cellId, remote }
  }
}
