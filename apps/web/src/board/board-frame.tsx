import { board, common, languageChoices } from '@khac-sau/language'
import { type ReactNode, useEffect, useState } from 'react'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { TextSizeSwitch } from '../ui/text-size-switch.tsx'
import { applyTextSize, rememberedTextSize, rememberTextSize, type TextSize } from '../ui/text-size.ts'
import styles from './board-frame.module.css'

/** What stands around the boards, whatever state they are in. */
export function BoardFrame({ children }: { readonly children: ReactNode }) {
  const text = useMessages(board)
  const shared = useMessages(common)
  return (
    <PageShell
      brand={<Logo wordmark={shared.productName} />}
      skipLabel={text.skipToContent}
      tools={
        <div className={styles.tools}>
          <Languages />
          <TextSizes />
        </div>
      }
    >
      {children}
    </PageShell>
  )
}

function Languages() {
  const text = useMessages(board)
  const { locale, switchTo } = useLanguage()
  return <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
}

function TextSizes() {
  const text = useMessages(board)
  const [size, setSize] = useState(rememberedTextSize)
  useEffect(() => applyTextSize(size), [size])
  const choose = (chosen: TextSize) => {
    rememberTextSize(chosen)
    setSize(chosen)
  }
  const names = { small: text.textSmall, regular: text.textRegular, large: text.textLarge }
  return <TextSizeSwitch legend={text.textSize} names={names} size={size} onChange={choose} />
}
