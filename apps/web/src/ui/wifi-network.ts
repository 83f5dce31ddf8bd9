/** As the secretary typed it. It stays in the browser of this computer. */
export type WifiNetwork = {
  readonly name: string
  /** Empty for an open network. */
  readonly password: string
  readonly hidden: boolean
  /** Shown to the room, beside the code of the contest. */
  readonly onScreen: boolean
}

export type WifiProblem = 'name' | 'password'

/**
 * What cameras of Android 10 and iOS 11 on understand. Values that look like hexadecimal are not put in quotes, as old
 * readers wished: today's take quotes for a part of the password, and eight figures are a usual one.
 */
export function wifiCode({ name, password, hidden }: WifiNetwork): string {
  const secret = password === '' ? 'T:nopass;' : `T:WPA;P:${escaped(password)};`
  return `WIFI:S:${escaped(name)};${secret}${hidden ? 'H:true;' : ''};`
}

/** The limits are those of the standard: 32 bytes, and 8 to 63 printable ASCII characters. */
export function wifiProblem({ name, password }: WifiNetwork): WifiProblem | null {
  const bytes = new TextEncoder().encode(name).length
  if (bytes < 1 || bytes > 32) return 'name'
  return password === '' || /^[ -~]{8,63}$/.test(password) ? null : 'password'
}

/** Whatever was stored, by this version or another one. */
export function wifiOf(stored: string | null): WifiNetwork | null {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { name, password, hidden, onScreen } = value as Partial<Record<keyof WifiNetwork, unknown>>
    if (typeof name !== 'string' || typeof password !== 'string') return null
    return { name, password, hidden: hidden === true, onScreen: onScreen === true }
  } catch {
    return null
  }
}

function escaped(text: string): string {
  return text.replace(/[\\;,:"]/g, '\\$&')
}
