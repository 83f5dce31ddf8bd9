import { play, playLink } from '@khac-sau/language'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'
import type { PlayActions } from './play-actions.ts'

type LinkCardProps = {
  readonly memberId: string
  readonly name: string
  readonly actions: Pick<PlayActions, 'askForPlace' | 'startOver'>
}

/** D3: where the link is, and the way in for whoever has none. */
export function LinkCard({ memberId, name, actions }: LinkCardProps) {
  const text = useMessages(playLink)
  const words = useMessages(play)
  return (
    <Card title={text.title({ name })} alone>
      <p role="status">{text.text}</p>
      <Button variant="primary" size="large" block onClick={() => actions.askForPlace(memberId)}>
        {text.ask}
      </Button>
      <Button block variant="quiet" onClick={actions.startOver}>
        {words.chooseAnotherName}
      </Button>
    </Card>
  )
}
