import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie'

/** What a phone keeps once it is paired: good for the course of one contest, and for nothing else. */
export type RemoteCookie = {
  readonly name: string
  readonly options: CookieSerializeOptions
  /** `header` is a whole Cookie header. */
  readonly tokenOf: (header: string | undefined) => string | undefined
}

/** Longer than any evening; the contest ends it before. */
const lifetimeSeconds = 24 * 60 * 60

/** A Secure cookie would be dropped on a plain LAN address; `__Host-` ties it to this very host where it may be one. */
export function remoteCookie(secure: boolean): RemoteCookie {
  const name = secure ? '__Host-khac-sau-remote' : 'khac-sau-remote'
  return {
    name,
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: lifetimeSeconds },
    tokenOf: (header) => (header === undefined ? undefined : fastifyCookie.parse(header)[name]),
  }
}
