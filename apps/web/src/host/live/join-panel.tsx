import { hostLive } from '@khac-sau/language'
import type { HostExtras } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { LinkButton } from '../../ui/link-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Fold } from '../parts/fold.tsx'
import styles from './join-panel.module.css'

type JoinPanelProps = {
  readonly extras: HostExtras
  /** In the lobby it is what everyone needs; later it folds away for late-comers. */
  readonly open: boolean
}

/** How to get in, and the way to the projector. */
export function JoinPanel({ extras, open }: JoinPanelProps) {
  const text = useMessages(hostLive)
  const { join, screenUrl } = extras
  return (
    <Fold key={String(open)} title={text.joinTitle} open={open}>
      <div className={styles.screen}>
        <LinkButton
          href={screenUrl}
          target="khac-sau-screen"
          variant={open ? 'primary' : 'secondary'}
          block
          onClick={(event) => openScreen(screenUrl) && event.preventDefault()}
        >
          {text.openScreen}
        </LinkButton>
        <p className={styles.hint}>{text.openScreenHint}</p>
        <p className={styles.hint}>
          {text.oneScreenQuestion} <a href={`${new URL(screenUrl).pathname}#one-screen`}>{text.oneScreen}</a>{' '}
          {text.oneScreenHint}
        </p>
      </div>
      {join ? (
        <>
          <div className={styles.code}>
            <QrCode text={join.url} label={text.joinQr} size="150px" />
            <div>
              <p className={styles.hint}>{text.joinCode}</p>
              <p className={styles.figures}>{join.roomCode}</p>
            </div>
          </div>
          <CopyField label={text.joinLink} value={join.url} />
          <Link href="/connection">{text.cannotJoin}</Link>
        </>
      ) : (
        <p>{text.joinClosed}</p>
      )}
    </Fold>
  )
}

/**
 * A window of its own, to be drawn over to the projector; `false` where the browser forbids that. It comes by the way
 * that this page came: on the server's own machine that way outlives a change of the network, and keeps the screen on.
 */
export function openScreen(screenUrl: string): boolean {
  return window.open(new URL(screenUrl).pathname, 'khac-sau-screen', 'popup,width=1280,height=720') !== null
}
