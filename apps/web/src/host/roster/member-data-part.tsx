import { hostRoster } from '@khac-sau/language'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './member-data-part.module.css'

type MemberDataPartProps = { readonly memberId: string }

/** P2: what is handed to a member who asks what is kept about them. */
export function MemberDataPart({ memberId }: MemberDataPartProps) {
  const text = useMessages(hostRoster)
  const { locale } = useLanguage()
  const address = (kind: 'html' | 'json') =>
    `/api/members/${encodeURIComponent(memberId)}/data.${kind}?language=${locale}`
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{text.dataTitle}</h3>
      <p className={styles.hint}>{text.dataHint}</p>
      <div className={styles.links}>
        <LinkButton icon="download" href={address('html')} download>
          {text.dataPage}
        </LinkButton>
        <LinkButton variant="quiet" icon="download" href={address('json')} download>
          {text.dataFile}
        </LinkButton>
      </div>
    </section>
  )
}
