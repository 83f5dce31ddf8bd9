import { common, formatDateTime, hostMoving, hostShell, languageChoices } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Logo } from '../../ui/logo.tsx'
import { PageShell } from '../../ui/page-shell.tsx'
import { applyTextSize, rememberedTextSize, rememberTextSize, type TextSize } from '../../ui/text-size.ts'
import { TextSizeSwitch } from '../../ui/text-size-switch.tsx'
import { anyAnswer, request } from './api.ts'
import { keys, useSession } from './queries.ts'
import { useAction } from './use-action.ts'
import { useMay } from './use-may.ts'
import styles from './host-shell.module.css'

type HostShellProps = { readonly children: ReactNode; readonly width?: 'phone' | 'page' | undefined }

/** The frame of every page of the secretary; the navigation appears once somebody is signed in. */
export function HostShell({ children, width }: HostShellProps) {
  const text = useMessages(hostShell)
  const words = useMessages(common)
  const session = useSession().data
  return (
    <PageShell
      width={width}
      skipLabel={text.skipToContent}
      brand={
        <Link href="/" className={styles.brand}>
          <Logo wordmark={words.productName} tagline={text.tagline} />
        </Link>
      }
      tools={<PageLanguage />}
      navigation={session ? <Navigation /> : undefined}
      footer={<Footer login={session?.login} />}
    >
      {session && session.cell.movedAtMs !== null && <MovedBanner movedAtMs={session.cell.movedAtMs} />}
      {children}
    </PageShell>
  )
}

/** On every page: whoever goes on working here works beside the others. */
function MovedBanner({ movedAtMs }: { readonly movedAtMs: number }) {
  const text = useMessages(hostMoving)
  const may = useMay()
  const action = may('take-and-restore-copies') ? <Link href="/backups/moving">{text.toMoving}</Link> : undefined
  return (
    <Banner tone="warning" title={text.movedTitle({ time: formatDateTime(movedAtMs) })} action={action}>
      {text.movedText}
    </Banner>
  )
}

function Navigation() {
  const text = useMessages(hostShell)
  const [location] = useLocation()
  const may = useMay()
  return (
    <ul className={styles.navigation} aria-label={text.menu}>
      <Place href="/" label={text.contests} current={location === '/' || location.startsWith('/contest/')} />
      {may('see-roster') && <Place href="/roster" label={text.roster} current={location.startsWith('/roster')} />}
      {may('change-cell') && <Place href="/cell" label={text.cellSettings} current={location === '/cell'} />}
      {may('back-up') && <Place href="/backups" label={text.backups} current={location.startsWith('/backups')} />}
      <Place href="/account" label={text.account} current={location === '/account'} />
    </ul>
  )
}

type PlaceProps = { readonly href: string; readonly label: string; readonly current: boolean }

export function Place({ href, label, current }: PlaceProps) {
  return (
    <li>
      <Link
        href={href}
        className={classNames(styles.place, current && styles.current)}
        aria-current={current ? 'page' : undefined}
      >
        {label}
      </Link>
    </li>
  )
}

export function PageLanguage() {
  const text = useMessages(hostShell)
  const { locale, switchTo } = useLanguage()
  return <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
}

function Footer({ login }: { readonly login: string | undefined }) {
  const text = useMessages(hostShell)
  return (
    <div className={styles.footer}>
      <PageTextSize />
      {/* Beside the page: whoever reads it is in the middle of something. */}
      <a className={styles.guide} href={text.guideAddress} target="_blank" rel="noopener">
        {text.guide}
      </a>
      {login !== undefined && (
        <div className={styles.account}>
          <span>{text.signedInAs({ login })}</span>
          <SignOut />
        </div>
      )}
    </div>
  )
}

export function PageTextSize() {
  const text = useMessages(hostShell)
  const [size, setSize] = useState(rememberedTextSize)
  const change = (next: TextSize) => {
    applyTextSize(next)
    rememberTextSize(next)
    setSize(next)
  }
  const names = { small: text.textSmall, regular: text.textRegular, large: text.textLarge }
  return <TextSizeSwitch legend={text.textSize} names={names} size={size} onChange={change} />
}

function SignOut() {
  const text = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, run } = useAction()
  const leave = async () => {
    const outcome = await run(() => request('DELETE', '/api/session', anyAnswer))
    if (!outcome.ok && outcome.failure !== 'signed-out') return
    client.setQueryData(keys.session, null)
    // The next one to sign in here must not see what this one saw.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] })
  }
  return (
    <Button variant="quiet" busy={busy} onClick={() => void leave()}>
      {text.signOut}
    </Button>
  )
}
