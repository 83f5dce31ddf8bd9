export type Line = {
  /** 1-based, as an editor counts. */
  readonly number: number
  /** NFC, trimmed; tabs inside are kept, because tables are pasted with them. */
  readonly text: string
}

/** A paste larger than this is refused, not read. */
export const mostCharacters = 200_000

/** Word's line break (vertical tab) starts a line here, but not in the numbering that the reader sees. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, line] of cleanText(text).split('\n').entries()) {
    for (const part of line.split('\v')) lines.push({ number: index + 1, text: withDash(part.trim()) })
  }
  return lines
}

/** One visible line of text: spaces collapsed. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Equal for two texts that a reader takes for the same. Marks count: Hoa is not Hòa. */
export function sameness(text: string): string {
  return tidy(text.normalize('NFC')).toLowerCase()
}

/**
 * Soft-wrapped lines become one; a line that starts a list item, or follows the end of a sentence, stays its own.
 * Parsing what was joined gives the same text again.
 */
export function joinLines(lines: readonly Line[]): string {
  const pieces: string[] = []
  let previous = ''
  for (const line of lines) {
    const text = tidy(line.text)
    if (text === '') continue
    if (pieces.length > 0) pieces.push(standsApart(previous, text) ? '\n' : ' ')
    pieces.push(text)
    previous = text
  }
  return pieces.join('')
}

function standsApart(above: string, text: string): boolean {
  if (endsSentence.test(above.slice(-2)) || startsListItem.test(text)) return true
  return startsListItem.test(above) && /^\p{Lu}/u.test(text)
}

const startsListItem = /^(?:[-–+]|[a-z0-9]{1,3}[.)])\s/i
const endsSentence = /[.:;?!…]["”’)]?$/

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
// oxlint-disable-next-line no-control-regex
const lineBreaks = /[\u000b\u000c\u0085\u2028\u2029]/g
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const loneSurrogates = /[\ud800-\udfff]/gu
/** Wingdings and Symbol characters, as Word pastes its bullets and ticks. */
const bullets = /^(?:[•●○◦▪■□◆❖➢‣∙·\uf0a7\uf0b7\uf0d8\uf076]|o\t)\s*/
const ticks = /[✔☑√🗸\uf0fc\uf0fe]\ufe0f?|✓\ufe0f/gu

/** The same number of lines as the text had, without what nobody sees. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(lineBreaks, '\v')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(loneSurrogates, '\ufffd')
    .replace(spaces, ' ')
    .replace(/[\uff01-\uff5e]/g, halfWidth)
    .replace(/。/g, '.')
    .replace(/、/g, ',')
    .replace(ticks, '✓')
    .normalize('NFC')
}

export function withDash(line: string): string {
  return line.replace(bullets, '- ')
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}
