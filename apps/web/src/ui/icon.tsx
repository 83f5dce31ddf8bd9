import styles from './icon.module.css'

/** Drawn on a 24 grid with square ends, as a burin cuts them. */
const paths = {
  tick: 'M4 12.5 9.5 18 20 6.5',
  cross: 'M6 6 18 18M18 6 6 18',
  warning: 'M12 3 22 20.5H2ZM12 9.5v5.5M12 17.2v.6',
  info: 'M12 2.5 21.5 12 12 21.5 2.5 12ZM12 11v5.5M12 7.4v.6',
  stop: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8ZM12 7v6.5M12 16.4v.6',
  offline:
    'M3 3 21 21M2.5 9.2a14 14 0 0 1 5-3M11 5.1a14 14 0 0 1 10.5 4.1M6 13a9 9 0 0 1 4-2.3M15.2 11.2A9 9 0 0 1 18 13M9.5 16.5a4 4 0 0 1 5 0M12 19.6v.6',
  close: 'M5 5 19 19M19 5 5 19',
  seal: 'M4.5 3h15l1.5 1.5v15L19.5 21h-15L3 19.5v-15ZM8 12.3l3 3 5.5-6.5',
  clock: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M12 7v5.5l3.5 2.5',
  people:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20v-2.5A4 4 0 0 1 6.5 13.5h5a4 4 0 0 1 4 4V20M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14a4 4 0 0 1 3 3.8V20',
  book: 'M12 6C10 4.3 7 4 3 4v15c4 0 7 .3 9 2 2-1.7 5-2 9-2V4c-4 0-7 .3-9 2ZM12 6v15',
  next: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  down: 'M5 9l7 7 7-7',
  play: 'M6 3.5 20 12 6 20.5Z',
  pause: 'M7 4v16M17 4v16',
  undo: 'M4 9h10.5a5.5 5.5 0 0 1 0 11H9M8 4.5 3.5 9 8 13.5',
  plus: 'M12 4v16M4 12h16',
  minus: 'M4 12h16',
  edit: 'M4 20l1-5L16 4l4 4L9 19ZM13.5 6.5l4 4',
  trash: 'M4 6.5h16M9 6V3h6v3M6 6.5 7 21h10l1-14.5M10 10.5v6.5M14 10.5v6.5',
  copy: 'M8 8V3h13v13h-5M3 8h13v13H3Z',
  download: 'M12 3v12M6.5 10l5.5 5.5 5.5-5.5M3.5 20.5h17',
  search: 'M10.5 3a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M16 16l5.5 5.5',
  menu: 'M3 6h18M3 12h18M3 18h18',
  star: 'M12 2.5l2.9 6.2 6.6.8-4.9 4.6 1.3 6.7-5.9-3.3-5.9 3.3 1.3-6.7L2.5 9.5l6.6-.8Z',
} as const

export type IconName = keyof typeof paths

type IconProps = {
  readonly name: IconName
  /** Any CSS length; by default as tall as the text around it. */
  readonly size?: string | undefined
}

/** Always beside a word, so hidden from the accessibility tree. */
export function Icon({ name, size = '1.25em' }: IconProps) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 24 24"
      style={{ width: size, height: size }}
      aria-hidden
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
