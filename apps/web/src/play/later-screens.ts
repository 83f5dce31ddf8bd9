import { lazy } from 'react'

const loadPodium = () => import('./podium-screen.tsx')

/** Not needed before the end, so not waited for at the beginning. */
export const PodiumScreen = lazy(() => loadPodium().then(({ PodiumScreen }) => ({ default: PodiumScreen })))

/** Called once the phone is in: when the end comes, it is here. A failure shows itself, if ever, at the end. */
export function preloadLaterScreens(): void {
  loadPodium().catch(() => {})
}
