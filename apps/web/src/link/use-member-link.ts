import type { MemberLinkAccepted, MemberLinkFound, MemberLinkLook } from '@khac-sau/protocol'
import { createDeviceTokens, type DeviceStorage, readDeviceToken } from '@khac-sau/session'
import { useCallback, useEffect, useState } from 'react'

export type LinkState =
  | { readonly name: 'looking' | 'accepting' | 'used' | 'over' | 'closed' | 'wait' | 'unreachable' }
  | { readonly name: 'ready'; readonly found: MemberLinkFound }
  | { readonly name: 'known'; readonly found: Pick<MemberLinkFound, 'name' | 'roomCode'> }

/** D3: whose the link is, and then this phone's token in its place. */
export function useMemberLink(secret: string) {
  const [state, setState] = useState<LinkState>({ name: 'looking' })
  const look = useCallback(() => {
    setState({ name: 'looking' })
    const body: MemberLinkLook = { secret, token: readDeviceToken(storage) }
    void asked<MemberLinkFound>('look', body).then((answer) => {
      if (typeof answer === 'string') setState({ name: answer })
      else if (answer.state === 'known') setState({ name: 'known', found: answer })
      else setState({ name: 'ready', found: answer })
    })
  }, [secret])
  useEffect(look, [look])
  const accept = (found: MemberLinkFound) => {
    setState({ name: 'accepting' })
    void asked<MemberLinkAccepted>('accept', { secret }).then((answer) => {
      if (typeof answer === 'string') return setState({ name: answer })
      const tokens = createDeviceTokens(storage)
      if (answer.roomCode === null) tokens.keepForNextRoom(answer.token)
      else tokens.keep(answer.roomCode, answer.token)
      setState({ name: 'known', found: { name: found.name, roomCode: answer.roomCode } })
    })
  }
  return { state, look, accept }
}

type Trouble = 'used' | 'over' | 'closed' | 'wait' | 'unreachable'

/** The same build serves the page and the answer; the server has checked it against the protocol. */
async function asked<Answer>(what: 'look' | 'accept', body: object): Promise<Answer | Trouble> {
  try {
    const response = await fetch(`/api/member-links/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as Answer & { readonly refusal?: string }
    if (response.ok) return answer
    return troubleOf(answer.refusal)
  } catch {
    return 'unreachable'
  }
}

export function troubleOf(refusal: string | undefined): Trouble {
  if (refusal === 'link-used') return 'used'
  if (refusal === 'link-over' || refusal === 'bad-request') return 'over'
  if (refusal === 'cell-closed') return 'closed'
  return refusal === 'too-many-attempts' ? 'wait' : 'unreachable'
}

/** Reading `localStorage` itself may throw, so each call does it anew; the session tolerates that. */
const storage: DeviceStorage = {
  read: (key) => window.localStorage.getItem(key),
  write: (key, value) => window.localStorage.setItem(key, value),
  remove: (key) => window.localStorage.removeItem(key),
}
