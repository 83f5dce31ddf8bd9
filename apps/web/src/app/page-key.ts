/** What the address names: the code of `/p/:code`, the key of `/screen/:key`, `/check/:key` and `/b/:key`. */
export function pageKey(role: 'p' | 'screen' | 'check' | 'b'): string | null {
  const [, first, key] = window.location.pathname.split('/')
  return first === role && key ? key : null
}
