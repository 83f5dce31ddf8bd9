import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/reset.css'
import { LanguageProvider } from '../ui/language.tsx'
import { applyTextSize, rememberedTextSize } from '../ui/text-size.ts'
import { App } from './app.tsx'

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
applyTextSize(rememberedTextSize())
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
)
