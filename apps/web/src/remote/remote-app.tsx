import { remote } from '@khac-sau/language'
import type { RemoteFailure } from '@khac-sau/session'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useAwake } from '../ui/use-awake.ts'
import { usePress } from '../ui/use-press.ts'
import { RemoteEnded } from './remote-ended.tsx'
import { RemoteFrame } from './remote-frame.tsx'
import { RemoteScreen } from './remote-screen.tsx'
import { usePairing } from './use-pairing.ts'
import { useRemote } from './use-remote.ts'

/** The host's phone: paired by a code of the host's page, it moves one contest along. */
export function RemoteApp({ pairingSecret }: { readonly pairingSecret: string | null }) {
  const text = useMessages(remote)
  const { pairing, tryAgain } = usePairing(pairingSecret)
  if (pairing.name === 'done') return <Paired codeRefused={pairing.refused} />
  return (
    <RemoteFrame>
      {pairing.name === 'pairing' ? (
        <Spinner label={text.pairing} />
      ) : (
        <Banner
          tone="offline"
          title={text.unreachableTitle}
          action={<Button onClick={tryAgain}>{text.tryAgain}</Button>}
        >
          {text.unreachableText}
        </Banner>
      )}
    </RemoteFrame>
  )
}

function Paired({ codeRefused }: { readonly codeRefused: boolean }) {
  const text = useMessages(remote)
  const { status, refusal, view, extras, send, now } = useRemote()
  const { pending, failure, press, dismiss } = usePress<RemoteFailure>()
  useAwake(true)
  if (refusal) {
    return (
      <RemoteFrame>
        <RemoteEnded refusal={refusal} codeRefused={codeRefused && !view} isOver={view?.stage.name === 'podium'} />
      </RemoteFrame>
    )
  }
  if (!view || !extras) {
    return (
      <RemoteFrame>
        <Spinner label={text.connecting} />
      </RemoteFrame>
    )
  }
  return (
    <RemoteScreen
      view={view}
      extras={extras}
      now={now}
      isConnected={status === 'live'}
      pending={pending}
      failure={failure}
      onDismiss={dismiss}
      onSend={(command) => press(command.type, () => send(command))}
    />
  )
}
