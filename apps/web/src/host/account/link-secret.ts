/** What a link carries behind its #. It is taken out of the address at once: it is not to stay in the browser's history. */
export function takeLinkSecret(): string {
  const secret = window.location.hash.slice(1)
  if (secret !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  return secret
}
