import {
  cellRepository,
  type Device,
  deviceRepository,
  hashSecret,
  memberRepository,
  type Store,
} from '@khac-sau/database'
import { isProofEnough } from '@khac-sau/engine'

/** D1: whose phone it is, as far as its cell asks for; `undefined` where its holder must show it anew. */
export async function knownDevice(store: Store, cellId: string, token: string): Promise<Device | undefined> {
  const device = await deviceRepository(store).byTokenHash(hashSecret(token))
  if (device?.cellId !== cellId) return undefined
  const cell = await cellRepository(store).byId(cellId)
  if (!cell || !isProofEnough(cell.memberProof, device.provedBy)) return undefined
  // S4: that of a merged entry is nobody's, until whoever holds it says who they are.
  return (await memberRepository(store).byId(cellId, device.memberId)) && device
}
