import type { ComponentProps, ComponentType } from 'react'
import { loadedPart, usePart } from '../ui/loaded-part.ts'
import { ConnectingScreen } from './connecting-screen.tsx'

const contestScreens = loadedPart(() => import('./contest-screens.ts'))

type ContestScreens = NonNullable<ReturnType<typeof contestScreens.snapshot>>

/**
 * Called once the first screen stands, while its member looks for a name; and beside the connecting of one who comes back:
 * the socket needs more round trips for the first view than this part does, so that nobody waits for it.
 */
export const preloadLaterScreens = contestScreens.preload

export const StemScreen = later((screens) => screens.StemScreen)
export const QuestionScreen = later((screens) => screens.QuestionScreen)
export const RevealScreen = later((screens) => screens.RevealScreen)
export const PodiumScreen = later((screens) => screens.PodiumScreen)

/** Nobody waits for it. */
export function PhoneCare(props: ComponentProps<ContestScreens['PhoneCare']>) {
  const screens = usePart(contestScreens)
  return screens ? <screens.PhoneCare {...props} /> : null
}

function later<Props extends object>(screenOf: (screens: ContestScreens) => ComponentType<Props>) {
  return function Later(props: Props) {
    const screens = usePart(contestScreens)
    if (!screens) return <ConnectingScreen />
    const Screen = screenOf(screens)
    return <Screen {...props} />
  }
}
