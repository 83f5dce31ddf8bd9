import { encode } from 'uqr'
import styles from './qr-code.module.css'

type QrCodeProps = {
  readonly text: string
  /** Says what the code leads to, for those who cannot scan it. */
  readonly label: string
  /** Any CSS length; a module should be 3 px or more. */
  readonly size?: string | undefined
}

/** The standard asks for four empty modules around; dark on white in every theme, or old scanners fail. */
export function QrCode({ text, label, size = '240px' }: QrCodeProps) {
  const { data } = encode(text, { ecc: 'M', border: quietModules })
  return (
    <svg
      className={styles.code}
      style={{ width: size, height: size }}
      viewBox={`0 0 ${data.length} ${data.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={qrPath(data)} fill="#000000" />
    </svg>
  )
}

/** One rectangle per run of dark modules in a row. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .map((row, y) =>
      runs(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
}

const quietModules = 4

function runs(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts.map((start) => {
    const end = row.indexOf(false, start)
    return [start, (end === -1 ? row.length : end) - start] as const
  })
}
