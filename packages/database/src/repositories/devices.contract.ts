import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addMember } from '../testing/sample-rows.ts'
import { deviceRepository } from './devices.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'

export function devicesContract(store: () => Store): void {
  test('a device is known by its token until it is revoked', async () => {
    const { devices, cellId, device } = await withDevice()

    expect(await devices.byTokenHash(device.tokenHash)).toEqual({ ...device, cellId, revokedAtMs: null })
    expect(await devices.revoke(cellId, device.id, 50)).toBe(true)
    expect(await devices.byTokenHash(device.tokenHash)).toBeUndefined()
    expect(await devices.revoke(cellId, device.id, 60)).toBe(false)
  })

  test('another cell revokes nothing', async () => {
    const { devices, device } = await withDevice()
    const otherCellId = await addCell(store())

    expect(await devices.revoke(otherCellId, device.id, 50)).toBe(false)
    expect(await devices.revokeAllOf(otherCellId, device.memberId, 50)).toBe(0)
    expect(await devices.byTokenHash(device.tokenHash)).toMatchObject({ id: device.id })
  })

  test('all devices of one member are revoked together, those of others stay', async () => {
    const { devices, cellId, device } = await withDevice()
    await devices.create(cellId, { ...device, id: newId(), tokenHash: newId() })
    const otherMember = { ...device, id: newId(), tokenHash: newId(), memberId: await addMember(store(), cellId) }
    await devices.create(cellId, otherMember)

    expect(await devices.revokeAllOf(cellId, device.memberId, 50)).toBe(2)
    expect(await devices.byTokenHash(device.tokenHash)).toBeUndefined()
    expect(await devices.byTokenHash(otherMember.tokenHash)).toMatchObject({ id: otherMember.id })
  })

  test('the valid devices of a cell are listed, the oldest first', async () => {
    const { devices, cellId, device } = await withDevice()
    const later = { ...device, id: newId(), tokenHash: newId(), createdAtMs: 12 }
    const revoked = { ...device, id: newId(), tokenHash: newId(), createdAtMs: 10 }
    for (const one of [later, revoked]) await devices.create(cellId, one)
    await devices.revoke(cellId, revoked.id, 50)

    expect((await devices.list(cellId)).map(({ id }) => id)).toEqual([device.id, later.id])
    expect(await devices.list(await addCell(store()))).toEqual([])
  })

  test('all that a member ever had are listed, revoked ones too, in their own cell only', async () => {
    const { devices, cellId, device } = await withDevice()
    const earlier = { ...device, id: newId(), tokenHash: newId(), createdAtMs: 3 }
    await devices.create(cellId, earlier)
    await devices.revoke(cellId, earlier.id, 50)

    expect(await devices.ofMember(cellId, device.memberId)).toMatchObject([
      { id: earlier.id, revokedAtMs: 50 },
      { id: device.id, revokedAtMs: null },
    ])
    expect(await devices.ofMember(await addCell(store()), device.memberId)).toEqual([])
    expect(await devices.ofMember(cellId, await addMember(store(), cellId))).toEqual([])
  })

  test('a device cannot belong to a member of another cell', async () => {
    const { devices, device } = await withDevice()
    const elsewhere = { ...device, id: newId(), tokenHash: newId() }

    await expect(devices.create(await addCell(store()), elsewhere)).rejects.toSatisfy(isForeignKeyViolation)
    expect(await devices.byTokenHash(elsewhere.tokenHash)).toBeUndefined()
  })

  async function withDevice() {
    const devices = deviceRepository(store())
    const cellId = await addCell(store())
    const device = {
      id: newId(),
      memberId: await addMember(store(), cellId),
      tokenHash: newId(),
      provedBy: 'name' as const,
      createdAtMs: 9,
    }
    await devices.create(cellId, device)
    return { devices, cellId, device }
  }
}
