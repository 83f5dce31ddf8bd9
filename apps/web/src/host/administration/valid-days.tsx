import { hostAccess, hostAdministration } from '@khac-sau/language'
import { invitationDays } from '@khac-sau/protocol'
import { useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'

export type ValidDaysValue = (typeof invitationDays)[number]

type ValidDaysProps = { readonly value: ValidDaysValue; readonly onChange: (value: ValidDaysValue) => void }

export function ValidDays({ value, onChange }: ValidDaysProps) {
  const text = useMessages(hostAdministration)
  const access = useMessages(hostAccess)
  return (
    <Select
      label={text.validFor}
      choices={invitationDays.map((count) => ({ value: String(count), label: access.days({ count }) }))}
      value={String(value)}
      onChange={(event) => {
        const chosen = invitationDays.find((count) => String(count) === event.target.value)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
