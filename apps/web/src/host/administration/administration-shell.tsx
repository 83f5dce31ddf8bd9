import { common, hostAdministration, hostShell } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Logo } from '../../ui/logo.tsx'
import { PageShell } from '../../ui/page-shell.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { PageLanguage, PageTextSize, Place } from '../parts/host-shell.tsx'
import styles from '../parts/host-shell.module.css'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { useAdministering } from './administration-queries.ts'

type AdministrationShellProps = { readonly children: ReactNode; readonly width?: 'phone' | 'page' | undefined }

/** The frame of an administrator's pages: no page of a cell is reached from here. */
export function AdministrationShell({ children, width }: AdministrationShellProps) {
  const shell = useMessages(hostShell)
  const text = useMessages(hostAdministration)
  const words = useMessages(common)
  const administering = useAdministering().data
  return (
    <PageShell
      width={width}
      skipLabel={shell.skipToContent}
      brand={
        <Link href="/administration" className={styles.brand}>
          <Logo wordmark={words.productName} tagline={text.tagline} />
        </Link>
      }
      tools={<PageLanguage />}
      navigation={administering ? <Navigation /> : undefined}
      footer={
        <div className={styles.footer}>
          <PageTextSize />
          {administering && (
            <div className={styles.account}>
              <span>{shell.signedInAs({ login: administering.login })}</span>
              <SignOut />
            </div>
          )}
        </div>
      }
    >
      {children}
    </PageShell>
  )
}

function Navigation() {
  const text = useMessages(hostAdministration)
  const [location] = useLocation()
  const places = [
    { href: '/administration', label: text.cells },
    { href: '/administration/server', label: text.server },
    { href: '/administration/journal', label: text.journal },
    { href: '/administration/account', label: text.account },
  ]
  const isCurrent = (href: string) =>
    location === href || (href === '/administration' && location === '/administration/new')
  return (
    <ul className={styles.navigation} aria-label={text.menu}>
      {places.map(({ href, label }) => (
        <Place key={href} href={href} label={label} current={isCurrent(href)} />
      ))}
    </ul>
  )
}

function SignOut() {
  const text = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, run } = useAction()
  const leave = async () => {
    const outcome = await run(() => request('DELETE', '/api/administration/session', anyAnswer))
    if (!outcome.ok && outcome.failure !== 'signed-out') return
    client.clear()
    client.setQueryData(keys.session, null)
  }
  return (
    <Button variant="quiet" busy={busy} onClick={() => void leave()}>
      {text.signOut}
    </Button>
  )
}
