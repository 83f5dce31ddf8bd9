import type { HostView } from '@khac-sau/engine'
import type { SentHostCommand } from '@khac-sau/protocol'
import { type CourseAction, courseActionsOf } from '@khac-sau/session'
import type { IconName } from '../../ui/icon.tsx'

export type SideAction = {
  readonly name: CourseAction['name'] | 'finish'
  readonly key: string
  readonly icon: IconName
  /** Carried out at once, or else asked about in `dialog`. */
  readonly command?: SentHostCommand
  readonly dialog?: 'end-question' | 'finish'
}

/** What else can be done at this stage: what a remote may do, and ending the contest early. */
export function sideActionsOf(view: HostView): readonly SideAction[] {
  const course = courseActionsOf(view).map(({ name, key, command, asks }): SideAction => ({
    name,
    key,
    icon: icons[name],
    ...(asks ? { dialog: 'end-question' } : { command }),
  }))
  return [...course, ...finishOf(view)]
}

const icons = { cutLead: 'next', extend: 'plus', endQuestion: 'stop', pause: 'pause', showStandings: 'star' } as const

/** After the last question the primary action ends the contest anyway; after the warm-up it has not begun (C10). */
function finishOf({ stage, next }: HostView): readonly SideAction[] {
  const isBetween = (stage.name === 'reveal' && stage.question !== null) || stage.name === 'standings'
  return isBetween && next !== 'podium' ? [{ name: 'finish', key: 'f', icon: 'stop', dialog: 'finish' }] : []
}
