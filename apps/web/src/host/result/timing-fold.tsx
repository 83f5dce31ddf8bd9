import { formatSecondsUp, formatSeconds, hostTiming, type Locale } from '@khac-sau/language'
import type { AnswerTiming, ContestTiming } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { Fold } from '../parts/fold.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { useTiming } from '../parts/queries.ts'
import { decidedFrom } from './decided-from.ts'
import styles from './timing-fold.module.css'

/** T10: for whoever doubts a time. Loaded only when it is unfolded. */
export function TimingFold({ contestId }: { readonly contestId: string }) {
  const text = useMessages(hostTiming)
  return (
    <Fold title={text.title} note={text.note}>
      <p>{text.lead}</p>
      <Evidence contestId={contestId} />
    </Fold>
  )
}

function Evidence({ contestId }: { readonly contestId: string }) {
  const timing = useTiming(contestId)
  return <Loaded query={timing}>{({ members }) => <Members members={members} />}</Loaded>
}

function Members({ members }: Pick<ContestTiming, 'members'>) {
  const text = useMessages(hostTiming)
  const { locale } = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const member = members.find(({ memberId }) => memberId === chosen) ?? members[0]
  if (!member) return <p>{text.nobody}</p>
  const total = text.total({
    seconds: formatSeconds(member.totalMillis, locale),
    error: formatSecondsUp(member.errorMillis, locale),
  })
  return (
    <>
      <Select
        label={text.member}
        value={member.memberId}
        choices={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Flags flags={member.flags} />
      <div className={styles.wide}>
        <Table
          caption={total}
          columns={columnsOf(locale)}
          rows={member.answers}
          rowKey={({ question }) => String(question)}
        />
      </div>
      <NarrowList total={total} answers={member.answers} />
      <p className={styles.small}>{text.errorIs}</p>
    </>
  )
}

function Flags({ flags }: { readonly flags: ContestTiming['members'][number]['flags'] }) {
  const text = useMessages(hostTiming)
  if (flags.length === 0) return null
  return (
    <Banner tone="warning" title={text.flags}>
      {flags.map((flag) => (
        <p key={flag}>{text[flag]}</p>
      ))}
      <p>{text.flagsHint}</p>
    </Banner>
  )
}

function columnsOf(locale: Locale): readonly TableColumn<AnswerTiming>[] {
  const text = hostTiming[locale]
  return [
    { key: 'question', header: text.question, cell: ({ question }) => question + 1 },
    { key: 'time', header: text.time, figures: true, cell: (answer) => <Time answer={answer} /> },
    {
      key: 'decidedFrom',
      header: text.decidedFrom,
      cell: (answer) => <Reasons answer={answer} />,
    },
  ]
}

/** On a phone the words need the whole width. */
function NarrowList({ total, answers }: { readonly total: string; readonly answers: readonly AnswerTiming[] }) {
  const text = useMessages(hostTiming)
  return (
    <div className={styles.narrow}>
      <p className={styles.total}>{total}</p>
      <ol aria-label={total}>
        {answers.map((answer) => (
          <li key={answer.question} className={styles.answer}>
            <b>{text.questionNumber({ number: answer.question + 1 })}</b>
            <div className={styles.time}>
              <Time answer={answer} />
            </div>
            <div className={styles.reasons}>
              <Reasons answer={answer} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Reasons({ answer }: { readonly answer: AnswerTiming }) {
  const { locale } = useLanguage()
  return decidedFrom(answer, locale).map((sentence) => <p key={sentence}>{sentence}</p>)
}

function Time({ answer: { responseMillis, errorMillis, inTotal } }: { readonly answer: AnswerTiming }) {
  const text = useMessages(hostTiming)
  const { locale } = useLanguage()
  const seconds = text.seconds({ seconds: formatSeconds(responseMillis, locale) })
  return (
    <>
      {inTotal ? seconds : <s>{seconds}</s>}
      {errorMillis > 0 && (
        <p className={styles.small}>{text.error({ seconds: formatSecondsUp(errorMillis, locale) })}</p>
      )}
    </>
  )
}
