import type { MemberId } from '@khac-sau/engine'
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type Device = Tables['device']['$inferSelect']
export type NewDevice = Omit<Device, 'cellId' | 'revokedAtMs'>

export function deviceRepository({ read, write, tables: { device } }: Store) {
  async function revokeWhere(place: SQL | undefined, revokedAtMs: number): Promise<number> {
    const rows = await write((writer) =>
      writer
        .update(device)
        .set({ revokedAtMs })
        .where(and(place, isNull(device.revokedAtMs)))
        .returning({ id: device.id }),
    )
    return rows.length
  }

  return {
    async create(cellId: string, newDevice: NewDevice): Promise<Device> {
      const values = { ...newDevice, cellId }
      return onlyRow(await write((writer) => writer.insert(device).values(values).returning()))
    },

    /** The token stands for the cell and the member; a revoked one stands for nothing. */
    async byTokenHash(tokenHash: string): Promise<Device | undefined> {
      const [row] = await read
        .select()
        .from(device)
        .where(and(eq(device.tokenHash, tokenHash), isNull(device.revokedAtMs)))
      return row
    },

    /** Those that are valid, the oldest first. */
    async list(cellId: string): Promise<Device[]> {
      return read
        .select()
        .from(device)
        .where(and(eq(device.cellId, cellId), isNull(device.revokedAtMs)))
        .orderBy(asc(device.createdAtMs), asc(device.id))
    },

    /** All that a member ever had, revoked ones too, the oldest first. */
    async ofMember(cellId: string, memberId: MemberId): Promise<Device[]> {
      return read
        .select()
        .from(device)
        .where(and(eq(device.cellId, cellId), eq(device.memberId, memberId)))
        .orderBy(asc(device.createdAtMs), asc(device.id))
    },

    /** Whether it was valid until now. */
    async revoke(cellId: string, deviceId: string, nowMs: number): Promise<boolean> {
      return (await revokeWhere(and(eq(device.cellId, cellId), eq(device.id, deviceId)), nowMs)) > 0
    },

    /** Says how many were valid until now. */
    async revokeAllOf(cellId: string, memberId: MemberId, nowMs: number): Promise<number> {
      return revokeWhere(and(eq(device.cellId, cellId), eq(device.memberId, memberId)), nowMs)
    },
  }
}
