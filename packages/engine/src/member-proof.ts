/** D1: how members show whose a phone is, a setting of the cell. */
export const memberProofs = ['name', 'pin', 'link'] as const
export type MemberProof = (typeof memberProofs)[number]

/** D1: how a known device did: its name was chosen, its member's PIN typed or link opened, or the host handed the place over. */
export const deviceProofs = ['name', 'pin', 'link', 'host'] as const
export type DeviceProof = (typeof deviceProofs)[number]

/** D1: a device that came in by the name alone must show more once the cell asks for more. */
export function isProofEnough(asked: MemberProof, shown: DeviceProof): boolean {
  return asked === 'name' || shown !== 'name'
}

export const pinDigits = 6
