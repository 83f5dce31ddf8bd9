import { type TimePercent, timePercents } from '@khac-sau/engine'
import { formatTimes } from '@khac-sau/language'
import { useLanguage } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'

type TimeSelectProps = {
  readonly label: string
  readonly hint: string
  readonly normal: string
  readonly more: (values: { readonly times: string }) => string
  readonly disabled?: boolean
  readonly value: TimePercent
  readonly onChange: (timePercent: TimePercent) => void
}

/** A9: as everyone, or more. */
export function TimeSelect({ label, hint, normal, more, disabled = false, value, onChange }: TimeSelectProps) {
  const { locale } = useLanguage()
  return (
    <Select
      label={label}
      hint={hint}
      disabled={disabled}
      choices={timePercents.map((timePercent) => ({
        value: String(timePercent),
        label: timePercent === 100 ? normal : more({ times: formatTimes(timePercent, locale) }),
      }))}
      value={String(value)}
      onChange={(event) => {
        const chosen = timePercents.find((timePercent) => String(timePercent) === event.target.value)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
