import type { CheckHandshake, CheckToServer, ServerToCheck } from '@khac-sau/protocol'
import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { useEffect, useReducer } from 'react'
import { io, type Socket } from 'socket.io-client'
import { afterNews, beginning, type CheckNews, type CheckState, patienceMillis } from './check-state.ts'

const arriveAgainMillis = 3_000

/** Says to the server that the page is open, and lets it measure the live connection. */
export function useCheck(checkKey: string): CheckState {
  const [{ state }, tell] = useReducer(afterNews, beginning)
  useEffect(() => {
    const phoneId = rememberedPhoneId()
    const patience = setTimeout(() => tell({ name: 'patience-over' }), patienceMillis)
    const arrive = () => void arrival(checkKey, phoneId).then(tell)
    const again = setInterval(arrive, arriveAgainMillis)
    arrive()
    const socket = connect({ protocolVersion: PROTOCOL_VERSION, checkKey, phoneId }, (news) => {
      if (news.name === 'done') clearInterval(again)
      tell(news)
    })
    return () => {
      clearTimeout(patience)
      clearInterval(again)
      socket.disconnect()
    }
  }, [checkKey])
  return state
}

function connect(auth: CheckHandshake, tell: (news: CheckNews) => void): Socket {
  const socket: Socket<ServerToCheck, CheckToServer> = io('/check', {
    auth,
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    closeOnBeforeunload: true,
  })
  socket.on('check:echo', (ack) => ack())
  socket.on('check:done', ({ roundTripMillis }) => tell({ name: 'done', roundTripMillis }))
  socket.on('disconnect', (reason) => {
    tell({ name: 'disconnected' })
    // By the server, which got no echo in time: then nothing reconnects by itself.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', (error: Error & { readonly data?: { readonly refusal?: string } }) => {
    const refusal = error.data?.refusal
    if (refusal) tell({ name: 'refused', outdated: refusal === 'outdated-page' })
  })
  return socket
}

async function arrival(checkKey: string, phoneId: string): Promise<CheckNews> {
  try {
    const response = await fetch(`/api/checks/${encodeURIComponent(checkKey)}/phones/${phoneId}`, { method: 'PUT' })
    if (response.status === 404 || response.status === 400) return { name: 'refused', outdated: false }
    return { name: response.ok ? 'arrived' : 'not-arrived' }
  } catch {
    return { name: 'not-arrived' }
  }
}

/** Loaded again, it is still the same phone on the host's page. */
function rememberedPhoneId(): string {
  const made = [...window.crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join('')
  try {
    const known = sessionStorage.getItem(storageKey) ?? made
    sessionStorage.setItem(storageKey, known)
    return known
  } catch {
    return made
  }
}

const storageKey = 'khac-sau.check-phone'
