/** Who has an account in a cell, from the one who may do everything to the one who may only look. */
export const roles = ['owner', 'secretary', 'host', 'viewer'] as const
export type Role = (typeof roles)[number]

const everyone = roles
const committee = ['owner', 'secretary'] as const
const running = ['owner', 'secretary', 'host'] as const
const owner = ['owner'] as const

/**
 * The one table of what each role may do. Every route of the host's side and every message of its sockets names one of
 * these; a viewer sees boards and results, a host runs contests and sees neither the roster nor questions beforehand.
 */
export const rolesByPermission = {
  'own-account': everyone,
  'see-contests': everyone,
  'see-results': everyone,
  'open-room': running,
  'run-contest': running,
  'check-connection': running,
  'see-timing': committee,
  'prepare-contests': committee,
  rehearse: committee,
  'excuse-members': committee,
  'see-roster': committee,
  'change-roster': committee,
  'change-cell': committee,
  'back-up': committee,
  // A copy holds everything of everybody; whoever puts one back rewrites what was.
  'take-and-restore-copies': owner,
  // Nothing brings back what is erased.
  'erase-members': owner,
  'manage-access': owner,
  'read-audit': owner,
} as const satisfies Record<string, readonly Role[]>

/**
 * Whoever looks after the installation belongs to no cell and has none of the roles above. A route of theirs names one of
 * these, and none of them shows a roster, a contest or an answer.
 */
export const administrationTasks = [
  'own-access',
  'see-cells',
  'copy-cells',
  'end-cells',
  'make-cells',
  'open-doors',
  'set-quotas',
  'see-journal',
] as const
export type AdministrationTask = (typeof administrationTasks)[number]

export type Permission = keyof typeof rolesByPermission

export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = rolesByPermission[permission]
  return allowed.includes(role)
}
