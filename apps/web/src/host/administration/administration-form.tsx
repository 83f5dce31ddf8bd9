import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import styles from '../account/account-frame.module.css'
import { PageHead } from '../parts/page-head.tsx'
import { AdministrationShell } from './administration-shell.tsx'

type AdministrationFormProps = {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly onSubmit: () => void
}

/** A page of an administrator that is one short form. */
export function AdministrationForm({ title, lead, children, onSubmit }: AdministrationFormProps) {
  return (
    <AdministrationShell width="phone">
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
    </AdministrationShell>
  )
}
