export type LegacyFont = 'tcvn3' | 'vni'

/**
 * Text typed in a font of before Unicode (.VnTime, VNI-Times) arrives as other letters: `§¶ng`, `Ñaûng` for *Đảng*.
 * Named only when such letters outnumber the real ones, so that a quotation mark or one foreign name is no alarm.
 */
export function legacyFont(text: string): LegacyFont | null {
  const bearable = Math.max(count(text, vietnamese), 2, text.length / 25)
  if (count(text, tcvn3) > bearable) return 'tcvn3'
  if (count(text, vni) > bearable) return 'vni'
  return null
}

const vietnamese = /[ăĂđĐơƠưƯ\u1ea0-\u1ef9]|\p{M}/gu
/** A symbol that TCVN3 uses for a vowel or đ, touching a Latin letter. */
const tcvn3 = /[a-z][©ª¬\u00ad®µ¶·¸¹¼½¾Ö×ØÜÞßäåæçëîïðñöûüþ÷]|[©ª¬\u00ad®µ¶·¸¹¼½¾§¡¢£¤¥¦][a-z]/gi
/** A vowel followed by the letter that VNI uses for its mark; none of these pairs is Vietnamese. */
const vni = /a[øùûõïâáàåãäêéèúüë]|e[øùûõïâåãä]|[oô][øùûõïâåäö]|[uö][øùûõï]|[ñ][aeoiuöôy]/gi

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
