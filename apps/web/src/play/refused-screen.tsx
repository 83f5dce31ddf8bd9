import { play, rehearsal } from '@khac-sau/language'
import type { HandshakeRefusal } from '@khac-sau/protocol'
import { useState, type SyntheticEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import { RefusalReason } from './refusal-reason.tsx'

type RefusedScreenProps = {
  readonly refusal: HandshakeRefusal
  readonly roomCode: string
  readonly onRoomCode: (roomCode: string) => void
}

export function RefusedScreen({ refusal, roomCode, onRoomCode }: RefusedScreenProps) {
  const text = useMessages(play)
  const { overTitle, overText } = useMessages(rehearsal)
  if (refusal === 'no-such-room') {
    return (
      <OtherRoom
        title={text.noSuchRoom({ roomCode })}
        reason={text.noSuchRoomText}
        roomCode={roomCode}
        onRoomCode={onRoomCode}
      />
    )
  }
  if (refusal === 'rehearsal-over') {
    return <OtherRoom title={overTitle} reason={overText} roomCode={roomCode} onRoomCode={onRoomCode} />
  }
  const outdated = refusal === 'outdated-page'
  return (
    <Card title={outdated ? text.outdatedTitle : text.cannotEnter} alone>
      <p role="alert">{outdated ? text.outdatedText : <RefusalReason code={refusal} />}</p>
      <Button variant="primary" size="large" block onClick={() => window.location.reload()}>
        {text.reload}
      </Button>
    </Card>
  )
}

type OtherRoomProps = Omit<RefusedScreenProps, 'refusal'> & { readonly title: string; readonly reason: string }

function OtherRoom({ title, reason, roomCode, onRoomCode }: OtherRoomProps) {
  const text = useMessages(play)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const enter = (event: SyntheticEvent) => {
    event.preventDefault()
    const code = typed.replace(/\D/g, '')
    if (code.length !== 6) setError(text.roomCodeError)
    else if (code === roomCode) window.location.reload()
    else onRoomCode(code)
  }
  return (
    <Card title={title} alone>
      <p role="alert">{reason}</p>
      <form onSubmit={enter} noValidate>
        <TextField
          label={text.roomCode}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p style={{ marginTop: 16 }}>
          <Button type="submit" variant="primary" size="large" block>
            {text.enterRoom}
          </Button>
        </p>
      </form>
    </Card>
  )
}
