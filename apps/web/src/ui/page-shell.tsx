import { memo, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { EngravedRule } from './engraved-rule.tsx'
import styles from './page-shell.module.css'

type PageShellProps = {
  /** The logo, or a link around it. Without it there is no header: on a phone a question needs the room. */
  readonly brand?: ReactNode
  /** At the right of the header: language, text size, who is signed in. */
  readonly tools?: ReactNode
  readonly navigation?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly width?: 'phone' | 'page' | undefined
  /** "Đến nội dung chính". */
  readonly skipLabel: string
}

export function PageShell({ brand, tools, navigation, children, footer, width = 'page', skipLabel }: PageShellProps) {
  return (
    <div className={classNames(styles.shell, styles[width])}>
      <a className={styles.skip} href="#main">
        {skipLabel}
      </a>
      {brand !== undefined && <Header brand={brand} tools={tools} navigation={navigation} />}
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </div>
  )
}

const Header = memo(function Header({
  brand,
  tools,
  navigation,
}: Pick<PageShellProps, 'brand' | 'tools' | 'navigation'>) {
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <div className={styles.brand}>{brand}</div>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </div>
      {navigation !== undefined && <nav className={styles.navigation}>{navigation}</nav>}
      <EngravedRule />
    </header>
  )
})
