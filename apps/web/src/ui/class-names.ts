/** Joins the class names that apply; a CSS module's lookup may be undefined, a condition may be false. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
