import { hostConnection, hostShell } from '@khac-sau/language'
import type { ConnectionCheck } from '@khac-sau/protocol'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useMoved } from '../../ui/use-moved.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { CheckResult } from './check-result.tsx'
import { WifiCard } from './wifi-card.tsx'
import styles from './connection-screen.module.css'

type ConnectionScreenProps = {
  readonly check: ConnectionCheck
  /** The host's own page gets no answer. */
  readonly isLost: boolean
}

/** Before the evening: does a phone get through, and if not, why. */
export function ConnectionScreen({ check, isLost }: ConnectionScreenProps) {
  const text = useMessages(hostConnection)
  const shell = useMessages(hostShell)
  const { moved, seen } = useMoved(check.url)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      {isLost && (
        <Banner tone="offline" title={text.lostTitle}>
          {shell.unreachable}
        </Banner>
      )}
      {moved && (
        <Banner tone="warning" title={text.movedTitle} action={<Button onClick={seen}>{text.dismiss}</Button>}>
          {text.movedText}
        </Banner>
      )}
      {check.reach === 'nowhere' ? <Nowhere url={check.url} /> : <Scan key={check.url} check={check} />}
      <WifiCard />
    </>
  )
}

function Nowhere({ url }: { readonly url: string }) {
  const text = useMessages(hostConnection)
  const isLocal = new URL(url).hostname === 'localhost'
  // Without any network the address is this machine's, too; then it is the network that is to be mended first.
  return (
    <Banner tone="error" title={text.nowhere}>
      <p>{text.nowhereText}</p>
      {isLocal && <p>{text.localOnlyText}</p>}
    </Banner>
  )
}

function Scan({ check }: { readonly check: ConnectionCheck }) {
  const text = useMessages(hostConnection)
  return (
    <div className={styles.columns}>
      <Card title={text.scanTitle}>
        <div className={styles.scan}>
          <QrCode text={check.url} label={text.qrLabel} size="min(280px, 70vw)" />
          <p className={styles.hint}>{text.scanHint}</p>
        </div>
        <CopyField label={text.address} value={check.url} />
      </Card>
      <CheckResult check={check} />
    </div>
  )
}
