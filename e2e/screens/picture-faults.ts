import type { Page } from '@playwright/test'

/**
 * What only the drawn picture tells: text over a ground that is not one colour (`unsure`, from axe) below 7:1, and edges
 * of tiles, buttons and fields below 3:1 against what lies around them.
 */
export async function pictureFaults(page: Page, unsure: readonly string[]): Promise<readonly string[]> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const edges = await page.evaluate(edgeFaults, picture.toString('base64'))
  return unsure.length === 0 ? edges : [...edges, ...(await textFaults(page, unsure, picture))]
}

async function textFaults(page: Page, unsure: readonly string[], picture: Buffer): Promise<readonly string[]> {
  const hide = await page.addStyleTag({
    content: unsure.map((target) => `${target} { -webkit-text-fill-color: transparent !important }`).join('\n'),
  })
  const ground = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await hide.evaluate((style) => (style as unknown as { remove: () => void }).remove())
  const pictures = [picture.toString('base64'), ground.toString('base64')] as const
  return page.evaluate(groundFaults, { pictures, targets: unsure })
}

/** Runs in the page. */
async function edgeFaults(picture: string): Promise<readonly string[]> {
  const outside = 7
  const inside = 8
  const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob()
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  const linearByByte = Array.from({ length: 256 }, (_, byte) =>
    byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  )
  const linear = (byte = 0) => linearByByte[byte] ?? 0
  const luminanceAt = (x: number, y: number) => {
    const at = (Math.round(y) * bitmap.width + Math.round(x)) * 4
    return 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2])
  }
  const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

  /** The strongest line that an eye meets on its way in; dotted lines have gaps, so that a third of the ways will do. */
  const sideContrast = (box: DOMRect, dx: number, dy: number) => {
    const found: number[] = []
    for (let step = 2; step <= 18; step += 1) {
      const share = step / 20
      const x = dx === 0 ? box.left + box.width * share : dx < 0 ? box.left : box.right - 1
      const y = dy === 0 ? box.top + box.height * share : dy < 0 ? box.top : box.bottom - 1
      const ground = luminanceAt(x + dx * outside, y + dy * outside)
      let strongest = 1
      for (let depth = outside; depth >= -inside; depth -= 0.5)
        strongest = Math.max(strongest, contrast(ground, luminanceAt(x + dx * depth, y + dy * depth)))
      found.push(strongest)
    }
    return found.sort((a, b) => b - a)[Math.floor(found.length / 3)] ?? 1
  }

  const isFaint = (element: Element | null): boolean =>
    element !== null && (Number(getComputedStyle(element).opacity) < 0.05 || isFaint(element.parentElement))
  /** All of it is in sight, and nothing lies over one of its edges. */
  const isFree = (element: Element, box: DOMRect) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const points = [
      [x, y],
      [box.left + 2, y],
      [box.right - 2, y],
      [x, box.top + 2],
      [x, box.bottom - 2],
    ] as const
    return points.every(([atX, atY]) => {
      const hit = document.elementsFromPoint(atX, atY).find((at) => !isFaint(at))
      return !hit || hit.contains(element) || element.contains(hit)
    })
  }
  const faults: string[] = []
  const edged =
    '[class*="_face"], button:enabled, a[class*="_button"], select, textarea, input:not([type="radio"]):not([type="checkbox"])'
  for (const element of document.querySelectorAll(edged)) {
    const style = getComputedStyle(element)
    if (!element.checkVisibility({ visibilityProperty: true }) || isFaint(element)) continue
    // A row between two lines, and a button of underlined words, are known by their words.
    const widths = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth]
    if (widths.includes('0px') || style.borderTopColor === 'rgba(0, 0, 0, 0)') continue
    const box = element.getBoundingClientRect()
    const isInside =
      box.left >= outside &&
      box.top >= outside &&
      box.right <= bitmap.width - outside &&
      box.bottom <= bitmap.height - outside
    if (box.width < 16 || box.height < 16 || !isInside || !isFree(element, box)) continue
    const sides = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const
    const least = Math.min(...Object.values(sides).map(([dx, dy]) => sideContrast(box, dx, dy)))
    if (least < 3) faults.push(`edge ${least.toFixed(1)}:1 of <${element.localName} ${element.className}>`)
  }
  return faults
}

/** Runs in the page: the least contrast between a text's colour and the ground under its own strokes. */
async function groundFaults({
  pictures,
  targets,
}: {
  readonly pictures: readonly [withText: string, without: string]
  readonly targets: readonly string[]
}): Promise<readonly string[]> {
  const drawn = await Promise.all(
    pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      return context
    }),
  )
  const [withText, without] = drawn
  if (!withText || !without) return []
  const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = (pixel: readonly number[]) =>
    0.2126 * linear(pixel[0] ?? 0) + 0.7152 * linear(pixel[1] ?? 0) + 0.0722 * linear(pixel[2] ?? 0)
  const apart = (one: readonly number[], other: readonly number[]) =>
    [0, 1, 2].reduce((sum, channel) => sum + Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)), 0)
  const faults: string[] = []
  for (const target of targets) {
    for (const element of document.querySelectorAll(target)) {
      const own = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number)
      const least = leastUnder(element, own)
      if (least < 7) faults.push(`text ${least.toFixed(1)}:1 on its ground: ${target}`)
    }
  }
  return faults

  function leastUnder(element: Element, own: readonly number[]): number {
    let least = Infinity
    const range = document.createRange()
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node.nodeValue ?? '').trim() === '') continue
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        const [left, top] = [Math.max(0, Math.ceil(box.left)), Math.max(0, Math.ceil(box.top))]
        const width = Math.min(withText?.canvas.width ?? 0, Math.floor(box.right)) - left
        const height = Math.min(withText?.canvas.height ?? 0, Math.floor(box.bottom)) - top
        if (width < 1 || height < 1) continue
        const ink = withText?.getImageData(left, top, width, height).data ?? []
        const ground = without?.getImageData(left, top, width, height).data ?? []
        for (let at = 0; at < ink.length; at += 4) {
          const stroke = [ink[at] ?? 0, ink[at + 1] ?? 0, ink[at + 2] ?? 0]
          const under = [ground[at] ?? 0, ground[at + 1] ?? 0, ground[at + 2] ?? 0]
          // The heart of a stroke has the text's own colour; its rim is a mixture.
          if (apart(stroke, own) > 12 || apart(stroke, under) < 12) continue
          const [one, other] = [luminance(own), luminance(under)]
          least = Math.min(least, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
        }
      }
    }
    return least
  }
}
