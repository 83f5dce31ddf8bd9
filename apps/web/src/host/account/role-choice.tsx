import { hostAccess } from '@khac-sau/language'
import { roles, type Role } from '@khac-sau/engine'
import { useMessages } from '../../ui/language.tsx'
import { ChoiceList } from '../parts/choice-list.tsx'

type RoleChoiceProps = { readonly value: Role; readonly onChange: (role: Role) => void }

export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const text = useMessages(hostAccess)
  const choices = roles.map((role) => ({ value: role, label: text[role], hint: text[`${role}Hint`] }))
  return <ChoiceList legend={text.role} choices={choices} value={value} onChange={onChange} />
}
