import { common, entry, languageChoices } from '@khac-sau/language'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './entry-screen.module.css'

/** The address without a room: type the code on the projector, or go on to the host's side. */
export function EntryScreen() {
  const text = useMessages(entry)
  const { productName } = useMessages(common)
  const { locale, switchTo } = useLanguage()
  const language = (
    <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
  )
  return (
    <PageShell brand={<Logo wordmark={productName} />} tools={language} width="phone" skipLabel={text.codeTitle}>
      <div className={styles.cards}>
        <h1 className={styles.tagline}>{text.tagline}</h1>
        <Card title={text.codeTitle}>
          <CodeForm />
        </Card>
        <Card title={text.hostTitle} look="plain">
          <p className={styles.hostText}>{text.hostText}</p>
          <LinkButton href="/host">{text.hostLink}</LinkButton>
        </Card>
        <a className={styles.guide} href={text.guideAddress}>
          {text.guide}
        </a>
      </div>
    </PageShell>
  )
}

function CodeForm() {
  const text = useMessages(entry)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const digits = typed.replace(/\D/g, '')
  const complete = digits.length === 6
  const enter = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (complete) window.location.assign(`/p/${digits}`)
  }
  return (
    <form onSubmit={enter} className={styles.form}>
      <TextField
        label={text.codeLabel}
        error={asked && !complete ? text.codeProblem : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        inputMode="numeric"
        autoComplete="off"
      />
      <Button variant="primary" size="large" block type="submit">
        {text.enter}
      </Button>
    </form>
  )
}
