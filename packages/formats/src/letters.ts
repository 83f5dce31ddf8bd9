/** An option's letter: 0 is A. */
export function letterAt(index: number): string {
  return String.fromCharCode(65 + index)
}

export function indexOfLetter(letter: string): number {
  return letter.toUpperCase().charCodeAt(0) - 65
}
