import { hostProofs } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { ProvedPerson } from './proved-people.ts'

type NewProofsCardProps = {
  readonly words: ProofWords
  readonly has: (person: ProvedPerson) => boolean
  readonly people: readonly ProvedPerson[]
  readonly busy: boolean
  readonly onMake: (memberIds: readonly string[], replacing: boolean) => void
}

export type ProofWords = {
  readonly title: string
  readonly lead: string
  readonly without: (values: { count: number }) => string
  readonly allHave: string
  readonly makeMissing: (values: { count: number }) => string
  readonly makeAll: string
  readonly makeAllTitle: string
  readonly makeAllText: string
}

/** D2, D3: PINs or links, for whoever has none, or for everyone anew. */
export function NewProofsCard({ words, has, people, busy, onMake }: NewProofsCardProps) {
  const text = useMessages(hostProofs)
  const [isAsking, setIsAsking] = useState(false)
  const idsOf = (some: readonly ProvedPerson[]) => some.map(({ memberId }) => memberId)
  const without = people.filter((person) => !has(person))
  const makeAll = (
    <Button busy={busy && isAsking} onClick={() => setIsAsking(true)}>
      {words.makeAll}
    </Button>
  )
  return (
    <Card title={words.title}>
      <p>{words.lead}</p>
      <p>{without.length > 0 ? words.without({ count: without.length }) : words.allHave}</p>
      <ButtonRow>
        {without.length > 0 && (
          <Button variant="primary" busy={busy} onClick={() => onMake(idsOf(without), false)}>
            {words.makeMissing({ count: without.length })}
          </Button>
        )}
        {without.length < people.length && makeAll}
      </ButtonRow>
      <ConfirmDialog
        open={isAsking}
        title={words.makeAllTitle}
        confirmLabel={words.makeAll}
        cancelLabel={text.cancel}
        danger
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          onMake(idsOf(people), true)
        }}
      >
        <p>{words.makeAllText}</p>
      </ConfirmDialog>
    </Card>
  )
}
