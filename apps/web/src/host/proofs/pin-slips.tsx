import { hostProofs } from '@khac-sau/language'
import type { Pins } from '@khac-sau/protocol'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { PageHead } from '../parts/page-head.tsx'
import styles from './pin-slips.module.css'
import type { ProvedPerson } from './proved-people.ts'

type PinSlipsProps = {
  readonly cellName: string
  /** Where a room's code is typed. */
  readonly entryUrl: string
  readonly people: readonly ProvedPerson[]
  readonly pins: Pins['pins']
  readonly onDone: () => void
}

/** D2: on paper, ten to a page of A4; the page is the only one that ever shows them. */
export function PinSlips({ cellName, entryUrl, people, pins, onDone }: PinSlipsProps) {
  const text = useMessages(hostProofs)
  const [isAsking, setIsAsking] = useState(false)
  useEffect(askBeforeLeaving, [])
  const pinByMember = new Map(pins.map(({ memberId, pin }) => [memberId, pin]))
  return (
    <>
      <div className={styles.head}>
        <PageHead
          title={text.slipsTitle}
          lead={text.slipsLead}
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
      <ul className={styles.slips}>
        {people
          .filter(({ memberId }) => pinByMember.has(memberId))
          .map(({ memberId, name, groupName }) => (
            <li key={memberId} className={styles.slip}>
              <span className={styles.cell}>{cellName}</span>
              <b className={styles.name}>{name}</b>
              {groupName !== '' && <span>{groupName}</span>}
              <span className={styles.pin}>{inThrees(pinByMember.get(memberId) ?? '')}</span>
              <QrCode text={entryUrl} label={entryUrl} size="96px" />
              <span className={styles.keep}>{text.slipKeep}</span>
            </li>
          ))}
      </ul>
      <ConfirmDialog
        open={isAsking}
        title={text.doneTitle}
        confirmLabel={text.doneConfirm}
        cancelLabel={text.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={onDone}
      >
        <p>{text.doneText}</p>
      </ConfirmDialog>
    </>
  )
}

/** Read, and typed, three at a time. */
function inThrees(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`
}

/** Whoever closes the tab by mistake would have to give everyone another PIN. */
function askBeforeLeaving() {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
