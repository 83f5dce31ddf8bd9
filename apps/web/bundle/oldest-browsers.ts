import compat from '@mdn/browser-compat-data/forLegacyNode'
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'

/** What phones and boards must run on: the oldest WebViews seen in the field. */
const oldest = { chrome: 80, safari: 13 } as const

export { compat }

/** Whether it works in the oldest browsers as it stands: no flag, no prefix, no other name. */
export function isSupported(feature: Identifier): boolean {
  const support = feature.__compat?.support
  if (!support) return true
  return (['chrome', 'safari'] as const).every((browser) =>
    [support[browser] ?? []].flat().some((statement) => holdsFor(statement, oldest[browser])),
  )
}

function holdsFor(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, flags, prefix, alternative_name: otherName } = statement
  if (flags !== undefined || prefix !== undefined || otherName !== undefined) return false
  return isReached(added, version) && !isReached(removed, version)
}

function isReached(change: string | boolean | undefined, version: number): boolean {
  return typeof change === 'string' && Number.parseFloat(change.replace('≤', '')) <= version
}

/** The features below one of the data's branches, by their own names. */
export function featuresOf(branch: Identifier | undefined): readonly (readonly [string, Identifier])[] {
  const { __compat, ...features } = branch ?? {}
  return Object.entries(features)
}

export type Finding = { readonly feature: string; readonly where: string }
