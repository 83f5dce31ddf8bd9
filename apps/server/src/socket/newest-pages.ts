/** L5: of who opens page after page the newest ones stay; an older one that is looked at again comes back by itself. */
export function keepNewest(pages: Iterable<{ readonly conn: { close(): unknown } }>, most: number): void {
  const all = [...pages]
  for (const { conn } of all.slice(0, Math.max(0, all.length - most))) conn.close()
}

export const pagesOfOneDevice = 8
/** A committee may sign in with one account on many screens. */
export const pagesOfOneAccount = 24
