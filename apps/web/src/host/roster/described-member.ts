import type { Member } from '@khac-sau/protocol'
import { birthdayText } from './birthday.ts'

/** What tells somebody of the roster from another of that name. */
export function described({ name, groupName, position, birthday }: Member): string {
  return [name, groupName, position, birthdayText(birthday)].filter((part) => part !== '').join(', ')
}
