import { formatMonth, hostEditor } from '@khac-sau/language'
import type { ContestDetail } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StageBadge } from '../parts/stage-badge.tsx'
import { QuestionCard } from './question-card.tsx'
import styles from './paste-questions.module.css'

/** C5: once the room is open its questions can be read here, and nothing else. */
export function FrozenContest({ contest }: { readonly contest: ContestDetail }) {
  const text = useMessages(hostEditor)
  const { locale } = useLanguage()
  const { contestId, title, month, stage, settings, questions } = contest
  const { secondsPerQuestion: seconds, maximumScore: maximum } = settings
  return (
    <>
      <PageHead
        above={<Link href="/">← {text.back}</Link>}
        title={title}
        lead={`${formatMonth(month, locale)} · ${text.settingsSummary({ seconds, maximum })}`}
        actions={
          <>
            <Link href={`/contest/${contestId}/live`} asChild>
              <LinkButton variant="primary">{text.toLive}</LinkButton>
            </Link>
            {stage === 'settled' && (
              <Link href={`/contest/${contestId}/result`} asChild>
                <LinkButton>{text.toResult}</LinkButton>
              </Link>
            )}
          </>
        }
      />
      <div>
        <StageBadge stage={stage} />
      </div>
      {questions.length > 0 && <FrozenQuestions questions={questions} warmUp={contest.settings.warmUp} />}
    </>
  )
}

type FrozenQuestionsProps = Pick<ContestDetail, 'questions'> & Pick<ContestDetail['settings'], 'warmUp'>

/** Not to whoever runs a contest that others prepared. */
function FrozenQuestions({ questions, warmUp }: FrozenQuestionsProps) {
  const text = useMessages(hostEditor)
  return (
    <>
      <Banner tone="info" title={text.frozenTitle}>
        {text.frozenText}
      </Banner>
      {warmUp && (
        <p>
          <b>{text.warmUpTitle}:</b> {warmUp.stem}
        </p>
      )}
      <h2>{text.questions}</h2>
      <ol className={styles.list}>
        {questions.map((question, index) => (
          <QuestionCard key={index} number={index + 1} question={question} />
        ))}
      </ol>
    </>
  )
}
