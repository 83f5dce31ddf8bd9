export type Size = {
  readonly width: number
  readonly height: number
  /** 200 % as a phone's own setting makes it: every text, and nothing else, twice as large. */
  readonly textPercent: 100 | 200
}

/** What a view is shown on, the usual one first. */
export type Kind = {
  readonly sizes: readonly Size[]
  /** A phone's page may be longer than the screen; nobody can scroll a projector. */
  readonly scrolls: boolean
  /** Pressed by a finger. */
  readonly isTouched: boolean
  /** Its words come from the catalogues; parts of the design system are shown in one language. */
  readonly isTranslated: boolean
}

const phones: readonly Size[] = [
  size(360, 740),
  size(320, 568),
  size(740, 360),
  size(360, 740, 200),
  size(320, 568, 200),
]
const projectors: readonly Size[] = [size(1920, 1080), size(1280, 720), size(1024, 768)]
const pages: readonly Size[] = [size(1280, 800), size(1024, 768), size(1280, 800, 200), ...phones]

const phone: Kind = { sizes: phones, scrolls: true, isTouched: true, isTranslated: true }
const projector: Kind = { sizes: projectors, scrolls: false, isTouched: false, isTranslated: true }
const page: Kind = { sizes: pages, scrolls: true, isTouched: false, isTranslated: true }

/** Of a catalogue that nobody but its makers opens, with phones' and projectors' parts side by side. */
const part: Kind = { ...page, sizes: [size(1280, 800), size(1024, 768)], isTranslated: false }

const kinds: readonly (readonly [beginning: string, kind: Kind])[] = [
  ['play-', phone],
  ['check-', phone],
  ['remote-', phone],
  ['link-', phone],
  ['entry', phone],
  ['screen-', projector],
  ['driven-', projector],
  ['board-', page],
  ['host-', page],
  ['administration-', page],
  ['phone-', { ...phone, isTranslated: false }],
  ['projector-', { ...projector, isTranslated: false }],
]

/** By the beginning of a view's name; what is left are parts of the design system. */
export function kindOf(view: string): Kind {
  return kinds.find(([beginning]) => view.startsWith(beginning))?.[1] ?? part
}

export function sizeName({ width, height, textPercent }: Size): string {
  return `${width}×${height}${textPercent === 100 ? '' : ` at ${textPercent} %`}`
}

function size(width: number, height: number, textPercent: Size['textPercent'] = 100): Size {
  return { width, height, textPercent }
}
