import { languageChoices, memberLink, play } from '@khac-sau/language'
import type { MemberLinkFound } from '@khac-sau/protocol'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { GoodPanel } from '../ui/good-panel.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { isNoticeSeen, rememberNotice } from '../ui/privacy-notice.ts'
import { Spinner } from '../ui/spinner.tsx'
import styles from './link-app.module.css'
import { type LinkState, useMemberLink } from './use-member-link.ts'

/** D3: a member's own link: two taps from it to the room. */
export function LinkApp({ secret }: { readonly secret: string }) {
  const { state, look, accept } = useMemberLink(secret)
  return <LinkView state={state} onLook={look} onAccept={accept} />
}

type LinkViewProps = {
  readonly state: LinkState
  readonly onLook: () => void
  readonly onAccept: (found: MemberLinkFound) => void
}

export function LinkView(props: LinkViewProps) {
  const text = useMessages(memberLink)
  const { locale, switchTo } = useLanguage()
  const language = (
    <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
  )
  return (
    <PageShell brand={<Logo />} tools={language} width="phone" skipLabel={text.skipToContent}>
      <Found {...props} />
    </PageShell>
  )
}

function Found({ state, onLook, onAccept }: LinkViewProps) {
  const text = useMessages(memberLink)
  switch (state.name) {
    case 'looking':
      return <Spinner label={text.looking} alone />
    case 'accepting':
      return <Spinner label={text.entering} alone />
    case 'ready':
      return <Ready found={state.found} onAccept={onAccept} />
    case 'known':
      return <Known found={state.found} onLook={onLook} />
    case 'used':
      return <Trouble title={text.used} words={text.usedText} />
    case 'over':
      return <Trouble title={text.over} words={text.overText} />
    case 'closed':
      return <Trouble title={text.closed} words={text.closedText} onLook={onLook} />
    case 'wait':
      return <Trouble title={text.wait} words={text.waitText} onLook={onLook} />
    case 'unreachable':
      return <Trouble title={text.unreachable} words={text.unreachableText} onLook={onLook} />
  }
}

type ReadyProps = Pick<LinkViewProps, 'onAccept'> & { readonly found: MemberLinkFound }

function Ready({ found, onAccept }: ReadyProps) {
  const text = useMessages(memberLink)
  const notice = useMessages(play)
  const isNoticeShown = !isNoticeSeen()
  const accept = () => {
    if (isNoticeShown) rememberNotice()
    onAccept(found)
  }
  return (
    <Card title={text.who({ name: found.name })} alone>
      <p>{text.whoText({ cell: found.cellName })}</p>
      <Button variant="primary" size="large" block onClick={accept}>
        {text.thatIsMe}
      </Button>
      <p>{text.notMe}</p>
      {isNoticeShown && (
        <p>
          {notice.privacy} <a href={notice.privacyAddress}>{notice.privacyMore}</a>
        </p>
      )}
    </Card>
  )
}

type KnownProps = { readonly found: Pick<MemberLinkFound, 'name' | 'roomCode'>; readonly onLook: () => void }

function Known({ found: { name, roomCode }, onLook }: KnownProps) {
  const text = useMessages(memberLink)
  return (
    <>
      <h1 className={styles.title}>{text.title}</h1>
      <GoodPanel title={text.known({ name })}>{text.knownText}</GoodPanel>
      {roomCode === null ? (
        <Banner tone="info" title={text.noRoom} action={<Button onClick={onLook}>{text.again}</Button>}>
          {text.noRoomText}
        </Banner>
      ) : (
        <LinkButton variant="primary" size="large" block href={`/p/${roomCode}`}>
          {text.enter}
        </LinkButton>
      )}
    </>
  )
}

type TroubleProps = { readonly title: string; readonly words: string; readonly onLook?: () => void }

function Trouble({ title, words, onLook }: TroubleProps) {
  const text = useMessages(memberLink)
  return (
    <>
      <h1 className={styles.title}>{text.title}</h1>
      <Banner tone="error" title={title} action={onLook && <Button onClick={onLook}>{text.again}</Button>}>
        {words}
      </Banner>
      <LinkButton block href="/">
        {text.toRoomCode}
      </LinkButton>
    </>
  )
}
