import { catalogue, type Locale } from './catalogue.ts'

/** Texts that more than one screen shows. */
export const common = catalogue(
  {
    productName: 'Khắc Sâu',
  },
  {
    productName: 'Khắc Sâu',
  },
)

/** What each language calls itself, so that whoever cannot read the page's language finds their own. */
export const languageChoices: readonly { readonly code: Locale; readonly name: string }[] = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
]
