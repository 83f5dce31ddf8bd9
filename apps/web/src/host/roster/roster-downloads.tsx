import { hostRoster } from '@khac-sau/language'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './roster-downloads.module.css'

type RosterDownloadsProps = { readonly what: 'roster' | 'template'; readonly lead: string }

/** Plain links, so that every browser saves the file its own way. */
export function RosterDownloads({ what, lead }: RosterDownloadsProps) {
  const text = useMessages(hostRoster)
  const { locale } = useLanguage()
  const address = (kind: 'xlsx' | 'csv') => `/api/members/download/${what}.${kind}?language=${locale}`
  return (
    <div className={styles.downloads}>
      <span>{lead}</span>
      <LinkButton variant="quiet" icon="download" href={address('xlsx')} download>
        {text.downloadExcel}
      </LinkButton>
      <LinkButton variant="quiet" icon="download" href={address('csv')} download>
        {text.downloadCsv}
      </LinkButton>
    </div>
  )
}
