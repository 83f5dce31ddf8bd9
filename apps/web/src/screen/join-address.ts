import type { JoinInfo } from '@khac-sau/protocol'

/** What a member types: without the scheme, and without the code, which is asked for on the first page. */
export function joinAddress({ url, roomCode }: JoinInfo): string {
  return url
    .replace(/^https?:\/\//, '')
    .replace(new RegExp(`/p/${roomCode}/?$`), '')
    .replace(/\/$/, '')
}

/** "482 913": six figures in a row cannot be read out in one breath. */
export function groupedCode(roomCode: string): string {
  return `${roomCode.slice(0, 3)} ${roomCode.slice(3)}`
}
