import { SegmentedChoice } from './segmented-choice.tsx'

type LanguageSwitchProps<Language extends string> = {
  readonly legend: string
  /** `name` in its own language: "Tiếng Việt", "English". */
  readonly languages: readonly { readonly code: Language; readonly name: string }[]
  readonly language: Language
  readonly onChange: (language: Language) => void
}

export function LanguageSwitch<Language extends string>(props: LanguageSwitchProps<Language>) {
  const { legend, languages, language, onChange } = props
  const options = languages.map(({ code, name }) => ({ value: code, mark: code.toUpperCase(), name }))
  return <SegmentedChoice legend={legend} options={options} value={language} onChange={onChange} />
}
