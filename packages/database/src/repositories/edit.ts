/** On which revision somebody made a change, who, and when. A later revision refuses it as a `conflict`. */
export type Edit = { readonly revision: number; readonly changedBy: string; readonly changedAtMs: number }

/** What is stored of an edit beside what it changes. */
export function edited({ revision, changedBy, changedAtMs }: Edit): Edit {
  return { revision: revision + 1, changedBy, changedAtMs }
}
