import { hostRoster } from '@khac-sau/language'
import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { birthdayText, readBirthday } from './birthday.ts'

type BirthdayFieldProps = {
  readonly value: string | null
  /** `undefined` while what is typed is no birthday. */
  readonly onChange: (birthday: string | null | undefined) => void
}

/** Text, because a year alone is enough. */
export function BirthdayField({ value, onChange }: BirthdayFieldProps) {
  const text = useMessages(hostRoster)
  const [typed, setTyped] = useState(birthdayText(value))
  const read = readBirthday(typed)
  return (
    <TextField
      label={text.birthday}
      hint={text.birthdayHint}
      error={read === undefined ? text.birthdayWrong : undefined}
      maxLength={10}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readBirthday(event.target.value))
      }}
    />
  )
}
