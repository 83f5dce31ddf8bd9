import type { ReviewItem } from '@khac-sau/engine'
import { play, playResult } from '@khac-sau/language'
import { AnswerTiles, type AnswerOption } from '../ui/answer-tiles.tsx'
import { Banner } from '../ui/banner.tsx'
import { useMessages } from '../ui/language.tsx'
import styles from './review-body.module.css'

/** The options with the right and the own one, then why it is so and where it stands. */
export function ReviewBody({ item }: { readonly item: ReviewItem }) {
  const text = useMessages(playResult)
  const ownText = useMessages(play)
  const isUntimed = item.untimed && !item.voided && item.question !== null
  return (
    <>
      {item.corrected && !item.voided && <Banner tone="info" title={text.corrected} quiet />}
      {isUntimed && <Banner tone="info" title={ownText.untimed} quiet />}
      <AnswerTiles
        legend={item.stem}
        options={item.options.map((option, index) =>
          item.question === null ? triedOption(item, option, index, ownText) : optionOf(item, option, index, text),
        )}
      />
      {(item.explanation || item.source) && (
        <dl className={styles.why}>
          {item.explanation && (
            <div>
              <dt>{text.explanation}</dt>
              <dd>{item.explanation}</dd>
            </div>
          )}
          {item.source && (
            <div>
              <dt>{text.source}</dt>
              <dd>{item.source}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  )
}

/** C10: no option is right or wrong. */
function triedOption({ own }: ReviewItem, option: string, index: number, text: (typeof play)['vi']): AnswerOption {
  if (!own?.options.includes(index)) return { text: option, state: 'dimmed' }
  return { text: option, state: own.counted ? 'submitted' : 'chosen', stateWord: text.ownOption }
}

function optionOf(
  { right, own }: ReviewItem,
  option: string,
  index: number,
  text: (typeof playResult)['vi'],
): AnswerOption {
  const isRight = right.includes(index)
  const isOwn = own?.options.includes(index) ?? false
  if (isRight) return { text: option, state: 'right', stateWord: isOwn ? text.rightAndOwn : text.rightOption }
  return isOwn
    ? { text: option, state: 'wrong-chosen', stateWord: text.wrongAndOwn }
    : { text: option, state: 'dimmed' }
}
