import { hostProofs } from '@khac-sau/language'
import type { Pins } from '@khac-sau/protocol'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import type { ProvedPerson } from './proved-people.ts'
import { Slip, Slips } from './slips.tsx'
import styles from './slips.module.css'

type PinSlipsProps = {
  readonly cellName: string
  /** Where a room's code is typed. */
  readonly entryUrl: string
  readonly people: readonly ProvedPerson[]
  readonly pins: Pins['pins']
  readonly onDone: () => void
}

/** D2 */
export function PinSlips({ cellName, entryUrl, people, pins, onDone }: PinSlipsProps) {
  const text = useMessages(hostProofs)
  const pinByMember = new Map(pins.map(({ memberId, pin }) => [memberId, pin]))
  return (
    <Slips title={text.slipsTitle} lead={text.slipsLead} doneText={text.doneText} onDone={onDone}>
      {people
        .filter(({ memberId }) => pinByMember.has(memberId))
        .map(({ memberId, name, groupName }) => (
          <Slip key={memberId} cellName={cellName} name={name} groupName={groupName} keep={text.slipKeep}>
            <span className={styles.pin}>{inThrees(pinByMember.get(memberId) ?? '')}</span>
            <QrCode text={entryUrl} label={entryUrl} size="96px" />
          </Slip>
        ))}
    </Slips>
  )
}

/** Read, and typed, three at a time. */
function inThrees(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`
}
