import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { isWithin } from './contest-draft.ts'

type NumberFieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  /** Said when what stands in the field is not a figure within the limits. */
  readonly outside: string
  readonly limits: { readonly least: number; readonly most: number }
  readonly value: number | null
  /** Whether nothing at all is an answer too: `null`. */
  readonly optional?: boolean | undefined
  /** NaN for what is not a figure within the limits. */
  readonly onChange: (value: number | null) => void
}

export function NumberField({ label, hint, outside, limits, value, optional = false, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(value === null || Number.isNaN(value) ? '' : String(value))
  const isMissing = typed.trim() === ''
  const isInOrder = (isMissing && optional) || (!isMissing && isWithin(Number(typed), limits))
  const change = (next: string) => {
    setTyped(next)
    if (next.trim() === '') return onChange(optional ? null : Number.NaN)
    onChange(isWithin(Number(next), limits) ? Number(next) : Number.NaN)
  }
  return (
    <TextField
      label={label}
      hint={hint}
      error={isInOrder ? undefined : outside}
      inputMode="numeric"
      maxLength={3}
      value={typed}
      onChange={(event) => change(event.target.value)}
    />
  )
}
