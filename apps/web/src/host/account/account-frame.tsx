import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { HostShell } from '../parts/host-shell.tsx'
import { PageHead } from '../parts/page-head.tsx'
import styles from './account-frame.module.css'

type AccountFrameProps = {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly onSubmit: () => void
}

/** A page that is one short form. */
export function AccountFrame({ title, lead, children, onSubmit }: AccountFrameProps) {
  return (
    <HostShell width="phone">
      <PageHead title={title} lead={lead} />
      <Card>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {children}
        </form>
      </Card>
    </HostShell>
  )
}
