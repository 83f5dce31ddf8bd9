import { hostAccount } from '@khac-sau/language'
import { useState } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** As the protocol's Password demands it. */
export const leastPasswordCharacters = 8

type PasswordFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'new-password' | 'current-password'
  /** Where there is more than one of them. */
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** Hidden in front of a projector, shown where typing blind goes wrong. */
export function PasswordField({ value, onChange, autoComplete, label, hint, error }: PasswordFieldProps) {
  const text = useMessages(hostAccount)
  const [shown, setShown] = useState(false)
  return (
    <div>
      <TextField
        label={label ?? text.password}
        hint={hint}
        error={error}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Checkbox label={text.showPassword} checked={shown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  )
}
