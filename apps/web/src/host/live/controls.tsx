import type { HostView } from '@khac-sau/engine'
import { hostLive, joinNames } from '@khac-sau/language'
import type { SentHostCommand } from '@khac-sau/protocol'
import { primaryActionOf } from '@khac-sau/session'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useRemainingMillis } from '../../ui/running-clock.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ControlDialogs, type OpenDialog } from './control-dialogs.tsx'
import { openScreen } from './join-panel.tsx'
import { type SideAction, sideActionsOf } from './side-actions.ts'
import type { Commands } from './use-commands.ts'
import styles from './controls.module.css'

type ControlsProps = {
  readonly view: HostView
  readonly now: () => number
  readonly commands: Commands
  readonly isConnected: boolean
  readonly screenUrl: string
}

/** One large button for what comes next, small ones beside it, and a key for each. */
export function Controls({ view, now, commands, isConnected, screenUrl }: ControlsProps) {
  const text = useMessages(hostLive)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const primary = primaryActionOf(view)
  const isEmptyRoom = view.stage.name === 'lobby' && view.joinedCount === 0
  const canPress = isConnected && commands.pending === null
  const send = (command: SentHostCommand) => void commands.send(command)
  const pressPrimary = () => primary && (primary.asks ? setDialog('settle') : send(primary.command))
  const sideActions = sideActionsOf(view)
  const pressSide = ({ command, dialog: asked }: SideAction) => (command ? send(command) : setDialog(asked ?? null))
  useKeys({
    primary: primary && canPress && !isEmptyRoom ? pressPrimary : undefined,
    byLetter: {
      ...Object.fromEntries(
        sideActions.map((side) => {
          const isFree = side.command ? canPress : isConnected
          return [side.key, isFree ? () => pressSide(side) : undefined]
        }),
      ),
      m: () => openScreen(screenUrl),
      '?': () => setDialog('keys'),
    },
  })
  return (
    <div className={styles.controls}>
      <div className={classNames(styles.primary, primary !== null && styles.reachable)}>
        {primary ? (
          <Button
            variant="primary"
            size="large"
            block
            icon={primary.name === 'settle' ? 'seal' : primary.name === 'start' ? 'play' : 'next'}
            disabled={!isConnected || isEmptyRoom}
            busy={commands.pending === primary.command.type}
            onClick={pressPrimary}
          >
            {text[primary.name]}
          </Button>
        ) : (
          <Waiting view={view} />
        )}
        {isEmptyRoom && <p className={styles.hint}>{text.nobodyYet}</p>}
        {view.autoAdvanceAt !== null && <AutoAdvance at={view.autoAdvanceAt} now={now} />}
      </div>
      <div className={styles.side}>
        {sideActions.map((side) => (
          <Button
            key={side.name}
            variant={side.name === 'finish' ? 'quiet' : 'secondary'}
            icon={side.icon}
            disabled={!isConnected}
            busy={side.command !== undefined && commands.pending === side.command.type}
            onClick={() => pressSide(side)}
          >
            {text[side.name]}
          </Button>
        ))}
        <span className={styles.keyboardOnly}>
          <Button variant="quiet" onClick={() => setDialog('keys')}>
            {text.keys}
          </Button>
        </span>
      </div>
      <ControlDialogs open={dialog} view={view} commands={commands} onClose={() => setDialog(null)} />
    </div>
  )
}

/** While a question runs there is nothing to press, and the page says why. */
function Waiting({ view }: { readonly view: HostView }) {
  const text = useMessages(hostLive)
  const { locale } = useLanguage()
  const withTime = view.people.filter(({ hasTime }) => hasTime).map(({ name }) => name)
  if (withTime.length > 0) {
    return (
      <div className={styles.waiting} role="status">
        <p>{text.waitSomeHaveTime({ names: joinNames(withTime, locale) })}</p>
        <p className={styles.small}>{text.waitSomeHaveTimeHint}</p>
      </div>
    )
  }
  const words = {
    lobby: null,
    stem: text.waitReading,
    open: text.waitAnswers,
    closing: text.closing,
    reveal: null,
    standings: null,
    podium: null,
  }[view.stage.name]
  return (
    words && (
      <div className={styles.waiting}>
        <p>{words}</p>
        {view.stage.name === 'open' && <p className={styles.small}>{text.extendHint}</p>}
      </div>
    )
  )
}

function AutoAdvance({ at, now }: { readonly at: number; readonly now: () => number }) {
  const text = useMessages(hostLive)
  const remaining = useRemainingMillis(at, now)
  return <p className={styles.hint}>{text.autoAdvance({ seconds: Math.ceil(remaining / 1000) })}</p>
}
