import type { Hold, HoldingWay } from './keep-awake.ts'
import film from './awake.webm'

/** On https, and on the server's own machine. */
export const wakeLock: HoldingWay = async (lost) => {
  // Out of a secure context there is no such thing, whatever its type says.
  const locks = (navigator as { readonly wakeLock?: WakeLock }).wakeLock
  if (!locks) return null
  try {
    const lock = await locks.request('screen')
    const onRelease = () => lost()
    lock.addEventListener('release', onRelease)
    return {
      release() {
        lock.removeEventListener('release', onRelease)
        lock.release().catch(() => {})
      },
    }
  } catch {
    return null // Low battery, or a policy.
  }
}

/**
 * On plain http: while a film plays, Chromium keeps the screen on. It asks of a silent one that three quarters of it are
 * on the screen and that it covers more than a fifth of it; so it lies over everything, and is next to invisible.
 * Safari and Firefox keep the screen on for films with sound only, and a phone must not take the room's sound for that.
 */
export const silentFilm: HoldingWay = async () => {
  if (!isChromium(navigator.userAgent)) return null
  const video = makeVideo()
  document.body.append(video)
  const hold: Hold = {
    release() {
      video.pause()
      video.remove()
    },
  }
  try {
    await video.play()
    return hold
  } catch {
    hold.release()
    return null // Before the first press, or to save data.
  }
}

/** Chrome on an iPhone is Safari inside, and says CriOS. */
export function isChromium(userAgent: string): boolean {
  return /\bChrom(e|ium)\/\d/.test(userAgent)
}

/** 64 by 64 black pixels, one a second. */
function makeVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.src = film
  video.muted = true
  video.loop = true
  video.playsInline = true
  video.disablePictureInPicture = true
  video.disableRemotePlayback = true
  video.tabIndex = -1
  video.setAttribute('aria-hidden', 'true')
  Object.assign(video.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: '100%',
    height: '100%',
    objectFit: 'fill',
    opacity: '0.01',
    pointerEvents: 'none',
    zIndex: '-1',
  } satisfies Partial<CSSStyleDeclaration>)
  return video
}
