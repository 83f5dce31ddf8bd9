import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { useMessages } from '../ui/language.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { groupedCode, joinAddress } from './join-address.ts'
import styles from './join-corner.module.css'

/** A8: who comes late competes, so the way in stays on the wall. */
export function JoinCorner({ join }: { readonly join: JoinInfo | null }) {
  const text = useMessages(screen)
  if (!join) return null
  const address = joinAddress(join)
  return (
    <div className={styles.corner}>
      <div className={styles.words}>
        <span>{text.roomCode}</span>
        <b className={styles.code}>{groupedCode(join.roomCode)}</b>
        <span className={styles.address}>{address}</span>
      </div>
      <QrCode text={join.url} label={text.joinQrLabel({ address })} size="calc(var(--unit) * 11.8)" />
    </div>
  )
}
