import { languageChoices, play, rehearsal } from '@khac-sau/language'
import type { MemberState } from '@khac-sau/session'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Banner } from '../ui/banner.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import { RehearsalMark } from '../ui/rehearsal-mark.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { applyTextSize, rememberedTextSize, rememberTextSize } from '../ui/text-size.ts'
import { TextSizeSwitch } from '../ui/text-size-switch.tsx'
import { PhoneCare } from './later-screens.tsx'
import styles from './play-frame.module.css'

type PlayFrameProps = {
  readonly state: Pick<MemberState, 'status' | 'view' | 'roster' | 'waitingAnswers' | 'answer'>
  readonly children: ReactNode
}

/** What stands around every screen: language, text size, and whether the phone is connected. */
export function PlayFrame({ state, children }: PlayFrameProps) {
  const text = useMessages(play)
  const { mark, note } = useMessages(rehearsal)
  const isRehearsal = (state.view ?? state.roster)?.rehearsal ?? false
  const stage = state.view?.stage
  const isOpen = stage?.name === 'open' || stage?.name === 'closing'
  const place = stage && 'question' in stage ? `${isOpen ? 'open' : stage.name}-${stage.question}` : stage?.name
  return (
    <div className={isRehearsal ? styles.rehearsing : undefined}>
      {isRehearsal && (
        <div className={styles.rehearsal}>
          <RehearsalMark mark={mark} note={note} />
        </div>
      )}
      <PageShell width="phone" brand={brand} tools={tools} skipLabel={text.skipToContent}>
        <StartAtTop key={place} belowHeader={isOpen || stage?.name === 'stem'} />
        <Notices state={state} isOpen={isOpen} />
        {children}
        {state.status !== 'connecting' && <PhoneCare state={state} />}
      </PageShell>
    </div>
  )
}

// One element each for all renderings, so that none of a press goes into the header (page-shell.tsx).
const brand = (
  <span className={styles.mark}>
    <Logo />
  </span>
)
const tools = <Tools />

/** Another screen is read from its beginning; of a question every line of a small screen is needed, and nothing moves when it opens. */
function StartAtTop({ belowHeader }: { readonly belowHeader: boolean }) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const main = here.current?.closest('main')
    window.scrollTo(0, belowHeader && main ? main.offsetTop : 0)
  }, [belowHeader])
  return <span ref={here} hidden />
}

function Notices({ state, isOpen }: Pick<PlayFrameProps, 'state'> & { readonly isOpen: boolean }) {
  const text = useMessages(play)
  const { status, view, waitingAnswers, answer } = state
  // The question on show tells of its own answer.
  const others = waitingAnswers - (answer.name === 'sending' || answer.name === 'not-sent' ? 1 : 0)
  return (
    <>
      {/* An open question says it beside its button: nothing may move under the finger that chooses. */}
      {status === 'offline' && !isOpen && (
        <Banner tone="offline" title={text.offlineTitle} pinned>
          {text.offlineText}
        </Banner>
      )}
      {view?.paused && (
        <Banner tone="info" title={text.pausedTitle}>
          {text.pausedText}
        </Banner>
      )}
      {others > 0 && (
        <Banner tone="warning" title={text.waitingAnswers({ count: others })}>
          {text.waitingAnswersText}
        </Banner>
      )}
    </>
  )
}

function Tools() {
  const text = useMessages(play)
  const { locale, switchTo } = useLanguage()
  const [size, setSize] = useState(rememberedTextSize)
  useEffect(() => applyTextSize(size), [size])
  const names = { small: text.textSizeSmall, regular: text.textSizeRegular, large: text.textSizeLarge }
  return (
    <>
      <TextSizeSwitch
        legend={text.textSize}
        names={names}
        size={size}
        onChange={(chosen) => {
          setSize(chosen)
          rememberTextSize(chosen)
        }}
      />
      <LanguageSwitch legend={text.language} languages={languageChoices} language={locale} onChange={switchTo} />
    </>
  )
}
