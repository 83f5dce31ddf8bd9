import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/reset.css'
import { LanguageProvider } from '../ui/language.tsx'
import { Gallery } from './gallery.tsx'

// A page for looking at src/ui, in development only: /gallery.html?view=…&theme=dark|contrast&text=small|large&language=en
const root = document.querySelector('#root')
if (!root) throw new Error('gallery.html has no #root')
const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
const textSize = asked.get('text')
if (theme) document.documentElement.dataset['theme'] = theme
if (textSize) document.documentElement.dataset['textSize'] = textSize
const language = asked.get('language')
if (language) localStorage.setItem('khac-sau.language', language)
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Gallery view={asked.get('view') ?? ''} />
    </LanguageProvider>
  </StrictMode>,
)
