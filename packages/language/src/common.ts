import { catalogue, type Locale } from './catalogue.ts'

/** Texts that more than one screen shows. */
export const common = catalogue(
  {
    productName: 'Khắc Sâu',
    switchLanguage: 'English',
  },
  {
    productName: 'Khắc Sâu',
    switchLanguage: 'Tiếng Việt',
  },
)

/** What each language calls itself, for the switch. */
export const languageChoices: readonly { readonly code: Locale; readonly name: string }[] = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
]
