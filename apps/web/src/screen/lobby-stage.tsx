import type { ScreenStage, ScreenView } from '@khac-sau/engine'
import { formatMonth, screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { classNames } from '../ui/class-names.ts'
import { Progress } from '../ui/progress.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { useWifi } from '../ui/use-wifi.ts'
import { groupedCode, joinAddress } from './join-address.ts'
import { NameColumns } from './name-columns.tsx'
import { StageBrand } from './stage-brand.tsx'
import { TwoSteps } from './two-steps.tsx'
import styles from './lobby-stage.module.css'

type Lobby = Extract<ScreenStage, { readonly name: 'lobby' }>

type LobbyStageProps = { readonly view: ScreenView; readonly stage: Lobby; readonly join: JoinInfo | null }

/** How to get in, who is here and who is missing. */
export function LobbyStage({ view, stage, join }: LobbyStageProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const { questionCount: questions, secondsPerQuestion: seconds } = view
  const wifi = useWifi()
  const isInSteps = join !== null && wifi !== null && wifi.onScreen
  const isCrowd = stage.present.length + stage.missing.length > crowd
  const isStacked = join !== null && (isCrowd || joinAddress(join).length > longestBesideCode)
  return (
    <StageShell
      brand={<StageBrand mark title={view.title} note={`${view.cellName} · ${formatMonth(view.month, locale)}`} />}
      aside={
        <>
          <p className={styles.facts}>{text.questionsAndTime({ questions, seconds })}</p>
          {stage.warmUp && <p className={styles.facts}>{text.warmUpFirst}</p>}
        </>
      }
    >
      <div
        className={classNames(styles.lobby, isCrowd && styles.crowd, isInSteps && styles.steps, !join && styles.closed)}
      >
        {join && (isInSteps ? <TwoSteps join={join} wifi={wifi} /> : <WayIn join={join} stacked={isStacked} />)}
        <People stage={stage} />
      </div>
    </StageShell>
  )
}

/** From so many names on, the QR code leaves them more room. */
const crowd = 60
/** Of a longer address the code stands under the QR code, not in its line. */
const longestBesideCode = 19
const longestInLargest = 34

type WayInProps = { readonly join: JoinInfo; readonly stacked: boolean }

function WayIn({ join, stacked }: WayInProps) {
  const text = useMessages(screen)
  const address = joinAddress(join)
  const code = <b className={styles.code}>{groupedCode(join.roomCode)}</b>
  return (
    <>
      <div className={styles.link}>
        <span className={styles.step}>{text.openAddress}</span>
        <b className={classNames(styles.address, address.length > longestInLargest && styles.longer)}>{address}</b>
        {!stacked && (
          <>
            <span className={styles.step}>{text.enterRoomCode}</span>
            {code}
          </>
        )}
      </div>
      <figure className={classNames(styles.scan, stacked && styles.stacked)}>
        <QrCode text={join.url} label={text.joinQrLabel({ address })} size="var(--code-size)" />
        <figcaption className={styles.caption}>{text.scanCode}</figcaption>
        {stacked && (
          <p className={styles.under}>
            <span className={styles.caption}>{text.roomCode}</span>
            {code}
          </p>
        )}
      </figure>
    </>
  )
}

function People({ stage: { present, missing } }: { readonly stage: Lobby }) {
  const text = useMessages(screen)
  return (
    <div className={styles.people}>
      <Progress value={present.length} total={present.length + missing.length} label={text.present} size="projector" />
      <NameColumns
        most={4.2}
        groups={[
          { key: 'present', names: present, mark: 'tick' },
          { key: 'missing', heading: `${text.missing}: ${missing.length}`, names: missing, mark: 'ring' },
        ]}
      />
    </div>
  )
}
