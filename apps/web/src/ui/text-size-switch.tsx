import { SegmentedChoice } from './segmented-choice.tsx'
import { textSizes, type TextSize } from './text-size.ts'

type TextSizeSwitchProps = {
  readonly legend: string
  readonly names: Readonly<Record<TextSize, string>>
  readonly size: TextSize
  readonly onChange: (size: TextSize) => void
}

export function TextSizeSwitch({ legend, names, size, onChange }: TextSizeSwitchProps) {
  const options = textSizes.map((value) => ({ value, name: names[value], ...looks[value] }))
  return <SegmentedChoice legend={legend} options={options} value={size} onChange={onChange} />
}

const looks = {
  small: { mark: 'A−', scale: 0.88 },
  regular: { mark: 'A', scale: 1.06 },
  large: { mark: 'A+', scale: 1.3 },
} as const
