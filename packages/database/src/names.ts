/** Names are kept in NFC, so that the same name typed on a Mac and on Windows is the same text. */
export function tidyName(name: string): string {
  return name.normalize('NFC')
}

/** A login is the same in any case. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
