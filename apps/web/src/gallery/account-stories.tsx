import { hostOwnAccount } from '@khac-sau/language'
import type { ComponentType } from 'react'
import { OwnAccountScreen } from '../host/account/own-account-screen.tsx'
import { RecoverScreen } from '../host/account/recover-screen.tsx'
import { HostAlone, HostFrame } from './host-frame.tsx'
import { accountSessions } from './host-samples.ts'
import { Pressed } from './pressed.tsx'

/** One's own account, and who else has one. */
export const accountStories: Readonly<Record<string, ComponentType>> = {
  'host-account': () => <OwnAccount />,
  'host-account-alone': () => <OwnAccount sessions={accountSessions.slice(0, 1)} />,
  'host-account-end-others': () => (
    <Pressed words={(locale) => hostOwnAccount[locale].endOthers}>
      <OwnAccount />
    </Pressed>
  ),
  'host-recover': () => (
    <HostAlone>
      <RecoverScreen secret="mot-lan" />
    </HostAlone>
  ),
  'host-recover-nothing': () => (
    <HostAlone>
      <RecoverScreen secret="" />
    </HostAlone>
  ),
}

function OwnAccount({ sessions = accountSessions }: { readonly sessions?: typeof accountSessions }) {
  return (
    <HostFrame>
      <OwnAccountScreen login="bithu" sessions={sessions} />
    </HostFrame>
  )
}
