import { hostProofs } from '@khac-sau/language'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import styles from './slips.module.css'

type SlipsProps = {
  readonly title: string
  readonly lead: string
  readonly doneText: string
  readonly children: ReactNode
  readonly onDone: () => void
}

/** On paper, ten to a page of A4; the page is the only one that ever shows what is on them. */
export function Slips({ title, lead, doneText, children, onDone }: SlipsProps) {
  const text = useMessages(hostProofs)
  const [isAsking, setIsAsking] = useState(false)
  useEffect(askBeforeLeaving, [])
  return (
    <>
      <div className={styles.head}>
        <PageHead
          title={title}
          lead={lead}
          actions={
            <>
              <Button variant="primary" onClick={() => window.print()}>
                {text.print}
              </Button>
              <Button onClick={() => setIsAsking(true)}>{text.done}</Button>
            </>
          }
        />
      </div>
      <ul className={styles.slips}>{children}</ul>
      <ConfirmDialog
        open={isAsking}
        title={text.doneTitle}
        confirmLabel={text.doneConfirm}
        cancelLabel={text.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={onDone}
      >
        <p>{doneText}</p>
      </ConfirmDialog>
    </>
  )
}

type SlipProps = {
  readonly cellName: string
  readonly name: string
  readonly groupName: string
  readonly keep: string
  readonly children: ReactNode
}

export function Slip({ cellName, name, groupName, keep, children }: SlipProps) {
  return (
    <li className={styles.slip}>
      <span className={styles.cell}>{cellName}</span>
      <b className={styles.name}>{name}</b>
      {groupName !== '' && <span>{groupName}</span>}
      {children}
      <span className={styles.keep}>{keep}</span>
    </li>
  )
}

/** Whoever closes the tab by mistake would have to give everyone another one. */
function askBeforeLeaving() {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
