/** A checkbox was pressed: in if it was out, out if it was in. */
export function toggled(options: readonly number[], index: number): readonly number[] {
  return options.includes(index) ? options.filter((option) => option !== index) : [...options, index]
}
