import type { MemberLinkFound } from '@khac-sau/protocol'
import type { ComponentType } from 'react'
import { LinkView } from '../link/link-app.tsx'
import type { LinkState } from '../link/use-member-link.ts'
import { names, signedIn } from './host-samples.ts'

const found: MemberLinkFound = {
  state: 'ready',
  cellName: signedIn.cell.name,
  name: names[4] ?? '',
  roomCode: '482913',
}

/** D3: a member's own link. */
export const linkStories: Readonly<Record<string, ComponentType>> = {
  'link-looking': () => <View state={{ name: 'looking' }} />,
  'link-ready': () => <View state={{ name: 'ready', found }} />,
  'link-known': () => <View state={{ name: 'known', found }} />,
  'link-no-room': () => <View state={{ name: 'known', found: { ...found, roomCode: null } }} />,
  'link-used': () => <View state={{ name: 'used' }} />,
  'link-closed': () => <View state={{ name: 'closed' }} />,
  'link-over': () => <View state={{ name: 'over' }} />,
  'link-wait': () => <View state={{ name: 'wait' }} />,
  'link-unreachable': () => <View state={{ name: 'unreachable' }} />,
}

function View({ state }: { readonly state: LinkState }) {
  return <LinkView state={state} onLook={() => {}} onAccept={() => {}} />
}
