import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/reset.css'
import { LanguageProvider } from '../ui/language.tsx'
import { applyTextSize, rememberedTextSize } from '../ui/text-size.ts'

/** Shows one page's content, in the language and the text size that this device remembers. */
export function mount(page: ReactNode): void {
  const root = document.querySelector('#root')
  if (!root) throw new Error('the page has no #root')
  applyTextSize(rememberedTextSize())
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>{page}</LanguageProvider>
    </StrictMode>,
  )
}
