import { hostEditor } from '@khac-sau/language'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type NotesCardProps = { readonly notes: string; readonly onChange: (notes: string) => void }

/** For the evening: whom to thank, what to say before a question. */
export function NotesCard({ notes, onChange }: NotesCardProps) {
  const text = useMessages(hostEditor)
  return (
    <Card title={text.notes} look="plain">
      <TextArea
        label={text.notesLabel}
        hint={text.notesHint}
        rows={3}
        maxLength={4_000}
        value={notes}
        onChange={(event) => onChange(event.target.value)}
      />
    </Card>
  )
}
