import { formatMonth, formatTimes, hostConflict, hostRoster, type Locale } from '@khac-sau/language'
import type { Member, MemberChange } from '@khac-sau/protocol'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { Difference } from '../parts/conflict-banner.tsx'
import { birthdayText } from './birthday.ts'

const texts = ['name', 'groupName', 'position'] as const
const others = ['birthday', 'fromMonth', 'toMonth', 'ranked', 'timePercent', 'active'] as const
const fields = [...texts, ...others]
type Field = (typeof fields)[number]

/** Only what was changed is sent: what somebody else wrote beside it stays. */
export function changedFields(base: Member, form: Member): MemberChange {
  const tidy = { ...form, name: form.name.trim(), groupName: form.groupName.trim(), position: form.position.trim() }
  const changed = fields.filter((field) => tidy[field] !== base[field]).map((field) => [field, tidy[field]])
  return Object.fromEntries(changed) as MemberChange
}

/** What is stored otherwise than what the form was made from, or than what is to be stored. */
export function useMemberDifferences(base: Member, newest: Member, wanted: MemberChange): readonly Difference[] {
  const roster = useMessages(hostRoster)
  const conflict = useMessages(hostConflict)
  const { locale } = useLanguage()
  const words = { yes: conflict.yes, no: conflict.no }
  const textOf = (field: Field, member: Member) => fieldText(field, member, locale, words)
  const labels: Readonly<Record<Field, string>> = {
    name: roster.name,
    groupName: roster.group,
    position: roster.position,
    birthday: roster.birthday,
    fromMonth: roster.fromMonth,
    toMonth: roster.toMonth,
    ranked: roster.unranked,
    timePercent: roster.timeTitle,
    active: roster.inactive,
  }
  return fields
    .filter((field) => newest[field] !== base[field] || (field in wanted && newest[field] !== wanted[field]))
    .map((field) => ({
      label: labels[field],
      stored: textOf(field, newest),
      mine: field in wanted ? textOf(field, { ...newest, ...wanted } as Member) : null,
    }))
}

type YesNo = { readonly yes: string; readonly no: string }

function fieldText(field: Field, member: Member, locale: Locale, { yes, no }: YesNo): string {
  switch (field) {
    case 'birthday':
      return birthdayText(member.birthday)
    case 'fromMonth':
    case 'toMonth': {
      const month = member[field]
      return month === null ? '' : formatMonth(month, locale)
    }
    case 'ranked':
    case 'active':
      return member[field] ? no : yes
    case 'timePercent':
      return `× ${formatTimes(member.timePercent, locale)}`
    case 'name':
    case 'groupName':
    case 'position':
      return member[field]
  }
}
