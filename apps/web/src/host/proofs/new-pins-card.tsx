import { hostProofs } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { ProvedPerson } from './proved-people.ts'

type NewPinsCardProps = {
  readonly people: readonly ProvedPerson[]
  readonly busy: boolean
  readonly onMake: (memberIds: readonly string[], replacing: boolean) => void
}

export function NewPinsCard({ people, busy, onMake }: NewPinsCardProps) {
  const text = useMessages(hostProofs)
  const [isAsking, setIsAsking] = useState(false)
  const idsOf = (some: readonly ProvedPerson[]) => some.map(({ memberId }) => memberId)
  const without = people.filter(({ hasPin }) => !hasPin)
  const makeAll = (
    <Button busy={busy && isAsking} onClick={() => setIsAsking(true)}>
      {text.makeAll}
    </Button>
  )
  return (
    <Card title={text.pinsTitle}>
      <p>{text.pinsLead}</p>
      <p>{without.length > 0 ? text.withoutPin({ count: without.length }) : text.allHavePins}</p>
      <ButtonRow>
        {without.length > 0 && (
          <Button variant="primary" busy={busy} onClick={() => onMake(idsOf(without), false)}>
            {text.makeMissing({ count: without.length })}
          </Button>
        )}
        {without.length < people.length && makeAll}
      </ButtonRow>
      <ConfirmDialog
        open={isAsking}
        title={text.makeAllTitle}
        confirmLabel={text.makeAll}
        cancelLabel={text.cancel}
        danger
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          onMake(idsOf(people), true)
        }}
      >
        <p>{text.makeAllText}</p>
      </ConfirmDialog>
    </Card>
  )
}
