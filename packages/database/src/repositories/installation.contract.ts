import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { accountRepository } from './accounts.ts'
import { cellRepository } from './cells.ts'
import { installationRepository } from './installation.ts'

export function installationContract(store: () => Store): void {
  test('of many who set up at once, exactly one succeeds, and nothing of the others stays', async () => {
    const installation = installationRepository(store())
    const attempts = Array.from({ length: 6 }, firstEntries)
    const outcomes = await Promise.all(attempts.map((entries) => installation.createFirst(entries)))
    const winners = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))

    expect(winners).toHaveLength(1)
    expect(winners[0]?.account.cellId).toBe(winners[0]?.cell.id)
    expect(await accountRepository(store()).count()).toBe(1)
    const cells = await Promise.all(attempts.map(({ cell }) => cellRepository(store()).byId(cell.id)))
    expect(cells.filter((cell) => cell !== undefined)).toEqual([winners[0]?.cell])
  })

  test('the same form sent twice at once is one set-up', async () => {
    await emptyDatabase()
    const installation = installationRepository(store())
    const entries = firstEntries()
    const attempts = Array.from({ length: 3 }, () => installation.createFirst(entries))
    const outcomes = await Promise.all(attempts)

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, refusal: 'already-set-up' })
  })

  test('an installation that has an account is set up', async () => {
    const outcome = await installationRepository(store()).createFirst(firstEntries())

    expect(outcome).toEqual({ ok: false, refusal: 'already-set-up' })
  })

  async function emptyDatabase() {
    const { write, tables } = store()
    await write((writer) => writer.delete(tables.account).returning())
  }
}

function firstEntries() {
  return {
    cell: { id: newId(), name: 'Chi bộ Một', boardKey: newId(), createdAtMs: 1 },
    account: {
      id: newId(),
      login: newId(),
      displayName: 'Bí thư',
      role: 'owner' as const,
      passwordHash: 'hash',
      createdAtMs: 1,
    },
  }
}
