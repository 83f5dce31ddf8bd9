import { hostProofs } from '@khac-sau/language'
import { Pins, type SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { NewPinsCard } from './new-pins-card.tsx'
import { PinSlips } from './pin-slips.tsx'
import { ProofTable } from './proof-table.tsx'
import type { ProvedPerson } from './proved-people.ts'

type ProofsScreenProps = { readonly cell: SignedIn['cell']; readonly people: readonly ProvedPerson[] }

export function ProofsScreen({ cell, people }: ProofsScreenProps) {
  const text = useMessages(hostProofs)
  const client = useQueryClient()
  const { busy, failure, lastChange, run } = useAction()
  const [pins, setPins] = useState<Pins['pins'] | null>(null)
  const [forgetting, setForgetting] = useState<ProvedPerson | null>(null)
  const reload = () => client.invalidateQueries({ queryKey: keys.proofs })
  const makePins = async (memberIds: readonly string[], replacing: boolean) => {
    const body = { memberIds, replacing }
    const outcome = await run(() => request('POST', '/api/members/pins', Pins, { body }))
    if (outcome.ok) setPins(outcome.value.pins)
    await reload()
  }
  const forget = async ({ memberId }: ProvedPerson) => {
    const address = `/api/members/${encodeURIComponent(memberId)}/forget-device`
    await run(() => request('POST', address, anyAnswer))
    setForgetting(null)
    await reload()
  }
  if (pins) {
    const entryUrl = new URL('/', cell.boardUrl).href
    return (
      <PinSlips cellName={cell.name} entryUrl={entryUrl} people={people} pins={pins} onDone={() => setPins(null)} />
    )
  }
  const byPin = cell.memberProof === 'pin'
  return (
    <>
      <PageHead title={text.title} lead={text.lead} above={<Link href="/roster">{text.toRoster}</Link>} />
      <FailureBanner failure={failure} lastChange={lastChange} />
      {!byPin && <Banner tone="info" title={text.byName} action={<Link href="/cell">{text.toCell}</Link>} />}
      {people.length === 0 ? (
        <EmptyState title={text.emptyTitle} action={<Link href="/roster">{text.toRoster}</Link>}>
          {text.emptyNext}
        </EmptyState>
      ) : (
        <>
          {byPin && (
            <NewPinsCard people={people} busy={busy} onMake={(ids, replacing) => void makePins(ids, replacing)} />
          )}
          <ProofTable
            people={people}
            byPin={byPin}
            busy={busy}
            onNewPin={({ memberId, hasPin }) => void makePins([memberId], hasPin)}
            onForget={setForgetting}
          />
        </>
      )}
      <ConfirmDialog
        open={forgetting !== null}
        title={text.forgetTitle({ name: forgetting?.name ?? '' })}
        confirmLabel={text.forget}
        cancelLabel={text.cancel}
        busy={busy}
        danger
        onCancel={() => setForgetting(null)}
        onConfirm={() => forgetting && void forget(forgetting)}
      >
        <p>{text.forgetText}</p>
      </ConfirmDialog>
    </>
  )
}
