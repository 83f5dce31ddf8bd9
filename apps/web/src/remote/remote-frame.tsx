import { languageChoices, rehearsal, remote } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { RehearsalMark } from '../ui/rehearsal-mark.tsx'

type RemoteFrameProps = { readonly isRehearsal?: boolean; readonly children: ReactNode }

/** What stands around every screen of the remote. */
export function RemoteFrame({ isRehearsal = false, children }: RemoteFrameProps) {
  const text = useMessages(remote)
  const { mark, note } = useMessages(rehearsal)
  const { locale, switchTo } = useLanguage()
  return (
    <>
      {isRehearsal && <RehearsalMark mark={mark} note={note} />}
      <PageShell
        width="phone"
        brand={<Logo />}
        tools={
          <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
        }
        skipLabel={text.skipToContent}
      >
        {children}
      </PageShell>
    </>
  )
}
