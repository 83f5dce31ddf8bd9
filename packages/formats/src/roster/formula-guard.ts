/** What a spreadsheet would take for a formula, behind any number of apostrophes. */
const formula = /^'*[=+\-@\t\r]/
const guarded = /^'+[=+\-@\t\r]/

/** A text that no spreadsheet carries out: behind an apostrophe it is a text. */
export function guardedFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** What `guardedFormula` was given, whatever it was. */
export function unguarded(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
