import { check, languageChoices } from '@khac-sau/language'
import { Banner } from '../ui/banner.tsx'
import { browserFamily } from '../ui/browser-family.ts'
import { Button } from '../ui/button.tsx'
import { familyWords } from '../ui/family-words.ts'
import { GoodPanel } from '../ui/good-panel.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { type CheckState, isSlow } from './check-state.ts'
import { useCheck } from './use-check.ts'
import styles from './check-app.module.css'

/** What the secretary's phone shows while its connection is tried out. */
export function CheckApp({ checkKey }: { readonly checkKey: string }) {
  return <CheckView key={checkKey} state={useCheck(checkKey)} />
}

export function CheckView({ state }: { readonly state: CheckState }) {
  const text = useMessages(check)
  const { locale, switchTo } = useLanguage()
  const language = (
    <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
  )
  return (
    <PageShell brand={<Logo />} tools={language} width="phone" skipLabel={text.skipToContent}>
      <h1 className={styles.title}>{text.title}</h1>
      <Found state={state} />
      <p className={styles.browser}>
        {text.openedWith({ browser: familyWords(browserFamily(navigator.userAgent), text) })}
      </p>
    </PageShell>
  )
}

function Found({ state }: { readonly state: CheckState }) {
  const text = useMessages(check)
  switch (state.name) {
    case 'trying':
      return <Spinner label={text.trying} />
    case 'done': {
      const slow = isSlow(state.roundTripMillis)
      return (
        <>
          <GoodPanel title={slow ? text.slow : text.good}>
            {text.answeredIn({ millis: state.roundTripMillis })}
          </GoodPanel>
          <p>{slow ? text.slowText : text.goodText}</p>
        </>
      )
    }
    case 'no-live':
      return (
        <Banner tone="warning" title={text.noLive}>
          {text.noLiveText}
        </Banner>
      )
    case 'lost':
      return (
        <Banner tone="offline" title={text.lost}>
          {text.lostText}
        </Banner>
      )
    case 'gone':
      return (
        <Banner tone="error" title={text.gone}>
          {text.goneText}
        </Banner>
      )
    case 'outdated':
      return (
        <Banner
          tone="warning"
          title={text.outdated}
          action={<Button onClick={() => window.location.reload()}>{text.reload}</Button>}
        />
      )
  }
}
