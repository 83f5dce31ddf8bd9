import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { PageHead } from './page-head.tsx'
import styles from './short-form.module.css'

export type ShortFormProps = {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly onSubmit: () => void
}

/** All that there is on a page. */
export function ShortForm({ title, lead, children, onSubmit }: ShortFormProps) {
  return (
    <>
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
    </>
  )
}
