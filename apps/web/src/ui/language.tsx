import type { Catalogue, Locale, Messages, SameMessages } from '@khac-sau/language'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

const STORAGE_KEY = 'khac-sau.language'

type Language = { readonly locale: Locale; readonly switchTo: (locale: Locale) => void }

const LanguageContext = createContext<Language>({ locale: 'vi', switchTo: () => {} })

/** Vietnamese first; the choice is remembered on this device where the browser lets us. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(rememberedLocale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const language = useMemo(() => ({ locale, switchTo: (next: Locale) => setLocale(remember(next)) }), [locale])
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The texts of one catalogue in the reader's language. */
export function useMessages<Vi extends Messages>(catalogue: Catalogue<Vi>): SameMessages<Vi> {
  return catalogue[useLanguage().locale]
}

function rememberedLocale(): Locale {
  try {
    return window.localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi' // Storage is forbidden in some in-app browsers: the choice lasts as long as the page.
  }
}

function remember(locale: Locale): Locale {
  try {
    window.localStorage.setItem(STORAGE_KEY, locale)
  } catch {
    // As above.
  }
  return locale
}
