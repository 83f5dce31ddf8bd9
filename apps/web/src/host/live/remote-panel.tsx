import { hostLive, hostShell } from '@khac-sau/language'
import type { RemoteState } from '@khac-sau/protocol'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useRemainingMillis } from '../../ui/running-clock.tsx'
import { Fold } from '../parts/fold.tsx'
import type { Commands } from './use-commands.ts'
import styles from './remote-panel.module.css'

type RemotePanelProps = { readonly remote: RemoteState; readonly commands: Commands }

/** The phone in the host's hand: pairs it, says whether it is there, ends it. */
export function RemotePanel({ remote, commands }: RemotePanelProps) {
  const text = useMessages(hostLive)
  const [pairing, setPairing] = useState(false)
  const words = { none: text.remoteNone, away: text.remoteAway, connected: text.remoteConnected }
  const isPaired = remote !== 'none'
  // Unfolded by the first pairing; whoever ends it may want to pair again.
  const [wasPaired, setWasPaired] = useState(isPaired)
  if (isPaired && !wasPaired) setWasPaired(true)
  return (
    <>
      <Fold key={String(wasPaired)} title={text.remoteTitle} open={wasPaired}>
        <p role="status">{words[remote]}</p>
        <ButtonRow>
          <Button onClick={() => setPairing(true)}>{isPaired ? text.remotePairOther : text.remotePair}</Button>
          {isPaired && (
            <Button icon="stop" busy={commands.pending === 'end-remote'} onClick={() => void commands.endRemote()}>
              {text.remoteEnd}
            </Button>
          )}
        </ButtonRow>
        <p className={styles.small}>{text.remoteMay}</p>
      </Fold>
      {pairing && <PairingDialog remote={remote} commands={commands} onClose={() => setPairing(false)} />}
    </>
  )
}

type Code = { readonly url: string; readonly until: number }

/** Open until the phone is there, or the host has had enough of waiting. */
function PairingDialog({ remote, commands, onClose }: RemotePanelProps & { readonly onClose: () => void }) {
  const text = useMessages(hostLive)
  const shell = useMessages(hostShell)
  const [code, setCode] = useState<Code | null>(null)
  const { pairRemote } = commands
  const ask = async () => {
    const offered = await pairRemote()
    if (offered) setCode({ url: offered.url, until: performance.now() + offered.validMillis })
    else onClose() // Why not is read on the page itself.
  }
  const first = useRef(ask)
  useEffect(() => void first.current(), [])
  const before = useRef(remote)
  useEffect(() => {
    if (remote === 'connected' && before.current !== 'connected') onClose()
    before.current = remote
  }, [remote, onClose])
  return (
    <Dialog open title={text.remotePair} onClose={onClose} closeLabel={shell.close}>
      <p>{text.remoteScan}</p>
      {code && <ShownCode key={code.url} code={code} onAgain={() => void ask()} />}
      <p className={styles.secret}>{text.remoteSecret}</p>
    </Dialog>
  )
}

function ShownCode({ code, onAgain }: { readonly code: Code; readonly onAgain: () => void }) {
  const text = useMessages(hostLive)
  const left = useRemainingMillis(code.until, now)
  if (left <= 0) {
    return (
      <div className={styles.code}>
        <p>{text.remoteExpired}</p>
        <Button variant="primary" onClick={onAgain}>
          {text.remoteNewCode}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.code}>
      <QrCode text={code.url} label={text.remoteQr} size="240px" />
      <p className={styles.small}>{text.remoteValid({ seconds: Math.ceil(left / 1000) })}</p>
    </div>
  )
}

const now = () => performance.now()
