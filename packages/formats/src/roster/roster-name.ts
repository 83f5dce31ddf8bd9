import { cleanText, sameness, tidy } from '../read-lines.ts'
import type { RosterEntry } from './roster-fields.ts'

const honorific = /^(?:(?:đ\s?\/\s?c|đồng chí|đc)(?:[.:\s]\s*|$))+/iu

/** A name as the roster keeps it: one line of NFC, without *Đ/c*. Taking it twice changes nothing. */
export function rosterName(text: string): string {
  return tidy(rosterText(text).replace(honorific, ''))
}

/** Any other text of the roster: one line of NFC, without what nobody sees. */
export function rosterText(text: string): string {
  return tidy(cleanText(text).replaceAll(/[\n\v]/g, ' '))
}

/** Who can be told apart by what the roster says of them. Marks count: Hoa and Hòa are two people. */
export function personKey({
  name,
  group,
  position,
  birthday,
}: Pick<RosterEntry, 'name' | 'group' | 'position' | 'birthday'>): string {
  return JSON.stringify([sameness(name), sameness(group), sameness(position), birthday?.slice(0, 4) ?? ''])
}
