export type LayoutRules = {
  /** The page may be longer than the screen. */
  readonly scrolls: boolean
  /** Whatever is pressed is as large as a thumb needs. */
  readonly isTouched: boolean
}

/** Runs in the page: what of it cannot be read or reached on a screen of this size. */
export function layoutFaults({ scrolls, isTouched }: LayoutRules): readonly string[] {
  const slack = 1.5
  const faults = new Set<string>()
  const screen = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: window.innerHeight }
  const name = (element: Element) => {
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ')
    return `<${element.localName} ${element.getAttribute('class') ?? ''}> “${words.slice(0, 40)}”`
  }
  /** What is laid out ahead of its time is drawn too faintly to be seen. */
  const isFaint = (element: Element | null): boolean =>
    element !== null && (Number(getComputedStyle(element).opacity) < 0.05 || isFaint(element.parentElement))
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !isFaint(element)
  const isForEars = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect()
      if (width <= 1 && height <= 1 && getComputedStyle(at).overflow !== 'visible') return true
    }
    return false
  }

  lookAtPage()
  lookAtTexts()
  lookAtTiles()
  if (isTouched) lookAtTargets()
  lookAtSubmit()
  return [...faults]

  function lookAtPage() {
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > screen.right + 1) faults.add(`scrolls sideways: ${scrollWidth} px wide`)
    if (!scrolls && scrollHeight > screen.bottom + 1) faults.add(`does not fit: ${scrollHeight} px high`)
  }

  function lookAtTexts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || (node.nodeValue ?? '').trim() === '') continue
      if (!isShown(element) || isForEars(element) || element.closest('script, style, option')) continue
      lookAtLeading(element, node.nodeValue ?? '')
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) if (box.width > 0) lookAtLine(element, box)
    }
  }

  /** Marks above and below need room: stories/letters.spec.ts shows that from here on none is cut. */
  function lookAtLeading(element: Element, words: string) {
    if (!/[\u0300-\u0323đ]/i.test(words.normalize('NFD'))) return
    const { lineHeight, fontSize } = getComputedStyle(element)
    const leading = parseFloat(lineHeight) / parseFloat(fontSize)
    if (leading < 1.445) faults.add(`lines of ${leading.toFixed(2)} em: ${name(element)}`)
  }

  function lookAtLine(element: Element, box: DOMRect) {
    let [mayGoSideways, mayGoDown] = [false, scrolls]
    for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at)
      const edge = paddingBox(at)
      const isWide = box.left < edge.left - slack || box.right > edge.right + slack
      const isHigh = box.top < edge.top - slack || box.bottom > edge.bottom + slack
      // Shortened on purpose, with dots that say so.
      const isShortened = getComputedStyle(at).webkitLineClamp !== 'none'
      if (isShortened && isHigh) return
      const cuts = (overflow: string) => !isShortened && (overflow === 'hidden' || overflow === 'clip')
      const rolls = (overflow: string) => scrolls && (overflow === 'auto' || overflow === 'scroll')
      if (!mayGoSideways && isWide && (cuts(overflowX) || (!scrolls && overflowX !== 'visible')))
        faults.add(`cut at the side: ${name(element)} by ${name(at)}`)
      if (cuts(overflowY) || rolls(overflowY)) lookAtAccentRoom(element, box, edge.top, at)
      if (isHigh && (cuts(overflowY) || (!scrolls && overflowY !== 'visible')))
        faults.add(`cut above or below: ${name(element)} by ${name(at)}`)
      if (rolls(overflowX) && at.scrollWidth > at.clientWidth) mayGoSideways = true
      if (rolls(overflowY) && at.scrollHeight > at.clientHeight) break
      if (position === 'fixed') {
        mayGoDown = false
        break
      }
    }
    if (!mayGoSideways && (box.left < -slack || box.right > screen.right + slack))
      faults.add(`beside the screen: ${name(element)}`)
    if (!mayGoDown && (box.top < -slack || box.bottom > screen.bottom + slack))
      faults.add(`above or below the screen: ${name(element)}`)
    lookForCover(element, box)
  }

  /** Capitals with two marks reach a quarter of an em above where the line begins; a box that cuts leaves room for it. */
  function lookAtAccentRoom(element: Element, box: DOMRect, top: number, cutting: Element) {
    if (!/[a-zđ]{2}/i.test((element.textContent ?? '').normalize('NFD'))) return
    const ink = box.top - 0.235 * parseFloat(getComputedStyle(element).fontSize)
    if (box.top >= top - slack && ink < top - 1) faults.add(`no room for marks: ${name(element)} in ${name(cutting)}`)
  }

  /** Something that does not move with the page lies over words that nobody can scroll free. */
  function lookForCover(element: Element, box: DOMRect) {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    if (x < 0 || y < 0 || x > screen.right || y > screen.bottom) return
    const hit = document.elementsFromPoint(x, y).find((at) => !isFaint(at))
    if (!hit || hit.contains(element) || element.contains(hit)) return
    if (scrolls && isPinned(hit) && !isPinned(element)) return
    if (getComputedStyle(element).pointerEvents === 'none') return
    if (isCurtain(hit, element)) return
    faults.add(`covered: ${name(element)} by ${name(hit)}`)
  }

  /** A dialog, or a pause: what lies over the whole screen lies there on purpose. */
  function isCurtain(hit: Element, element: Element): boolean {
    if (hit.closest('dialog') && !element.closest('dialog')) return true
    for (let at: Element | null = hit; at && !at.contains(element); at = at.parentElement) {
      const { left, top, right, bottom } = at.getBoundingClientRect()
      const isWide = left <= screen.right / 20 && right >= screen.right * 0.95
      // A pause leaves the head of the screen free: there is the way in.
      if (isWide && top <= screen.bottom / 4 && bottom >= screen.bottom * 0.95) return true
    }
    return false
  }

  function isPinned(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (getComputedStyle(at).position === 'fixed' || isStuck(at)) return true
    }
    return false
  }

  /** Where text is so large that bars would leave no room between them, their edge is beyond the screen: they go along. */
  function isStuck(element: Element): boolean {
    const { position, top, bottom } = getComputedStyle(element)
    return position === 'sticky' && !(parseFloat(top) < -1000) && !(parseFloat(bottom) < -1000)
  }

  function lookAtTiles() {
    const tiles = [...document.querySelectorAll('fieldset label')].filter(
      (tile) => isShown(tile) && /_tile/.test(tile.className),
    )
    const boxes = tiles.map((tile) => tile.getBoundingClientRect())
    for (const [index, box] of boxes.entries()) {
      if (box.height < 100 - slack) faults.add(`tile ${index + 1} is ${Math.round(box.height)} px high`)
      const next = boxes[index + 1]
      // Below one another on a phone, and beside one another where there is room.
      const apart = next ? Math.max(next.top - box.bottom, next.left - box.right) : Infinity
      if (apart < 12 - slack) faults.add(`tiles ${index + 1} and ${index + 2} are ${Math.round(apart)} px apart`)
    }
    const first = boxes[0]
    if (first) lookAtRoomForTiles()
  }

  /** Between the clock and the button bar there is room to see a tile. */
  function lookAtRoomForTiles() {
    const bars = [...document.querySelectorAll('main *')].filter((element) => isShown(element) && isStuck(element))
    const covered = bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0)
    if (screen.bottom - covered < 100) faults.add(`only ${Math.round(screen.bottom - covered)} px between the bars`)
  }

  function lookAtTargets() {
    for (const target of document.querySelectorAll('button, a[href], select, textarea, input, summary')) {
      if (!isShown(target) && !target.matches('label input')) continue
      if (isForEars(target) && !target.matches('label input')) continue
      const { display, position } = getComputedStyle(target)
      if (display === 'inline' || (position === 'absolute' && target.localName === 'a')) continue
      const box = (target.closest('label') ?? target).getBoundingClientRect()
      if (box.width < 48 - slack || box.height < 48 - slack)
        faults.add(`small to press: ${Math.round(box.width)}×${Math.round(box.height)} ${name(target)}`)
    }
  }

  function lookAtSubmit() {
    const submit = [...document.querySelectorAll('button')].find(
      (button) => /^(Nộp|Submit)$/.test(button.innerText.trim()) && isShown(button),
    )
    if (!submit) return
    const box = submit.getBoundingClientRect()
    if (box.top < 0 || box.bottom > screen.bottom + slack || box.left < 0 || box.right > screen.right + slack)
      faults.add('the button that submits is not on the screen')
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    if (hit && !submit.contains(hit)) faults.add(`the button that submits is covered by ${name(hit)}`)
  }

  function paddingBox(element: Element) {
    const box = element.getBoundingClientRect()
    const left = box.left + element.clientLeft
    const top = box.top + element.clientTop
    // An inline element has no client box of its own.
    if (element.clientWidth === 0 && element.clientHeight === 0) return box
    return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight }
  }
}
