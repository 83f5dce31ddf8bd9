/** What is written down of what the installation's administrators did, in a journal of their own. */
export const administrationActions = [
  'administrator-invited',
  'administrator-removed',
  'password-set',
  'password-changed',
  'cells-made',
  'owner-invited',
  'access-reset',
  'quotas-set',
  'copy-made',
  'cell-closed',
  'cell-reopened',
  'cell-erased',
] as const
export type AdministrationAction = (typeof administrationActions)[number]

/** How much an installation takes; `null` is as much as there is room for. */
export type Quotas = {
  readonly mostCells: number | null
  /** On a cell's roster at one time. */
  readonly mostMembers: number | null
  /** Stored in a cell, drafts with them. */
  readonly mostContests: number | null
}

export const noQuotas: Quotas = { mostCells: null, mostMembers: null, mostContests: null }

export function exceeds(count: number, most: number | null): boolean {
  return most !== null && count > most
}
