import { hostProofs } from '@khac-sau/language'
import { MemberLinks, Pins, type SignedIn } from '@khac-sau/protocol'
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
import { LinkSlips } from './link-slips.tsx'
import { NewProofsCard, type ProofWords } from './new-proofs-card.tsx'
import { PinSlips } from './pin-slips.tsx'
import { ProofTable } from './proof-table.tsx'
import type { ProvedPerson } from './proved-people.ts'

type ProofsScreenProps = { readonly cell: SignedIn['cell']; readonly people: readonly ProvedPerson[] }

export function ProofsScreen({ cell, people }: ProofsScreenProps) {
  const text = useMessages(hostProofs)
  const client = useQueryClient()
  const { busy, failure, lastChange, run } = useAction()
  const [pins, setPins] = useState<Pins['pins'] | null>(null)
  const [links, setLinks] = useState<MemberLinks['links'] | null>(null)
  const [forgetting, setForgetting] = useState<ProvedPerson | null>(null)
  const reload = () => client.invalidateQueries({ queryKey: keys.proofs })
  const makePins = async (memberIds: readonly string[], replacing: boolean) => {
    const body = { memberIds, replacing }
    const outcome = await run(() => request('POST', '/api/members/pins', Pins, { body }))
    if (outcome.ok) setPins(outcome.value.pins)
    await reload()
  }
  const makeLinks = async (memberIds: readonly string[], replacing: boolean) => {
    const body = { memberIds, replacing }
    const outcome = await run(() => request('POST', '/api/members/links', MemberLinks, { body }))
    if (outcome.ok) setLinks(outcome.value.links)
    await reload()
  }
  const revokeLink = async ({ memberId }: ProvedPerson) => {
    await run(() => request('POST', `/api/members/${encodeURIComponent(memberId)}/revoke-link`, anyAnswer))
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
  if (links) {
    return <LinkSlips cellName={cell.name} people={people} links={links} onDone={() => setLinks(null)} />
  }
  const { memberProof } = cell
  return (
    <>
      <PageHead title={text.title} lead={text.lead} above={<Link href="/roster">{text.toRoster}</Link>} />
      <FailureBanner failure={failure} lastChange={lastChange} />
      {memberProof === 'name' && (
        <Banner tone="info" title={text.byName} action={<Link href="/cell">{text.toCell}</Link>} />
      )}
      {people.length === 0 ? (
        <EmptyState title={text.emptyTitle} action={<Link href="/roster">{text.toRoster}</Link>}>
          {text.emptyNext}
        </EmptyState>
      ) : (
        <>
          {memberProof === 'pin' && (
            <NewProofsCard
              words={pinWords(text)}
              has={({ hasPin }) => hasPin}
              people={people}
              busy={busy}
              onMake={(ids, replacing) => void makePins(ids, replacing)}
            />
          )}
          {memberProof === 'link' && (
            <NewProofsCard
              words={linkWords(text)}
              has={({ link }) => link !== 'none'}
              people={people}
              busy={busy}
              onMake={(ids, replacing) => void makeLinks(ids, replacing)}
            />
          )}
          <ProofTable
            people={people}
            memberProof={memberProof}
            busy={busy}
            onNewPin={({ memberId, hasPin }) => void makePins([memberId], hasPin)}
            onNewLink={({ memberId, link }) => void makeLinks([memberId], link !== 'none')}
            onRevokeLink={(person) => void revokeLink(person)}
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

type Texts = (typeof hostProofs)['vi']

function pinWords(text: Texts): ProofWords {
  return {
    title: text.pinsTitle,
    lead: text.pinsLead,
    without: text.withoutPin,
    allHave: text.allHavePins,
    makeMissing: text.makeMissing,
    makeAll: text.makeAll,
    makeAllTitle: text.makeAllTitle,
    makeAllText: text.makeAllText,
  }
}

function linkWords(text: Texts): ProofWords {
  return {
    title: text.makeLinksTitle,
    lead: text.makeLinksLead,
    without: text.withoutLink,
    allHave: text.allHaveLinks,
    makeMissing: text.makeMissingLinks,
    makeAll: text.makeAllLinks,
    makeAllTitle: text.makeAllLinksTitle,
    makeAllText: text.makeAllLinksText,
  }
}
