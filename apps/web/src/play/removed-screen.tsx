import { play } from '@khac-sau/language'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'

export function RemovedScreen({ onLeave }: { readonly onLeave: () => void }) {
  const text = useMessages(play)
  return (
    <Card title={text.removedTitle} alone>
      <p role="alert">{text.removedText}</p>
      <Button block onClick={onLeave}>
        {text.chooseAnotherName}
      </Button>
    </Card>
  )
}
