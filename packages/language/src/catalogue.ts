/** Vietnamese is the language of record; English must say the same, key by key, or the types do not build. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text, or a function of the values that appear in it. */
type Message = string | ((values: never) => string)
export type Messages = Readonly<Record<string, Message>>

/** The same keys, each taking the same values. */
export type SameMessages<Vi extends Messages> = {
  readonly [Key in keyof Vi]: Vi[Key] extends (values: infer Values) => string ? (values: Values) => string : string
}

export type Catalogue<Vi extends Messages> = { readonly vi: SameMessages<Vi>; readonly en: SameMessages<Vi> }

/** One screen's texts. A key missing in either language, or taking other values, does not compile. */
export function catalogue<const Vi extends Messages>(vi: Vi, en: SameMessages<Vi>): Catalogue<Vi> {
  return { vi: vi as unknown as SameMessages<Vi>, en }
}
