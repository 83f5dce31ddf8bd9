import type { RemoteView } from '@khac-sau/engine'
import { courseWords, oneScreen } from '@khac-sau/language'
import type { RemoteCommand } from '@khac-sau/protocol'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyList } from '../ui/key-list.tsx'
import { useMessages } from '../ui/language.tsx'

export type DrivingDialog = 'end-question' | 'settle' | 'keys'

type DrivingDialogsProps = {
  readonly open: DrivingDialog | null
  readonly view: RemoteView
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDo: (command: RemoteCommand) => void
}

/** What is asked about before it is done, and all keys. */
export function DrivingDialogs({ open, view, busy, onClose, onDo }: DrivingDialogsProps) {
  const text = useMessages(courseWords)
  const { stage } = view
  if (open === 'keys') return <Keys onClose={onClose} />
  if (open === 'settle' && stage.name === 'podium') {
    return (
      <ConfirmDialog
        open
        title={text.settleTitle}
        confirmLabel={text.settleConfirm}
        cancelLabel={text.notYet}
        busy={busy}
        onConfirm={() => onDo({ type: 'settle' })}
        onCancel={onClose}
      >
        <p>{text.settleText}</p>
      </ConfirmDialog>
    )
  }
  // A7: open no longer than the question itself.
  const isOpen = stage.name === 'open' || (stage.name === 'closing' && stage.someHaveTime)
  if (open !== 'end-question' || !isOpen) return null
  const { answered, expected } = stage.progress
  return (
    <ConfirmDialog
      open
      title={text.endQuestionTitle}
      confirmLabel={text.endQuestionConfirm}
      cancelLabel={text.keep}
      danger
      busy={busy}
      onConfirm={() => onDo({ type: 'end-question', openingId: stage.openingId })}
      onCancel={onClose}
    >
      <p>
        <b>{text.endQuestionText({ missing: Math.max(0, expected - answered) })}</b>
      </p>
      <p>{text.endQuestionNext}</p>
    </ConfirmDialog>
  )
}

function Keys({ onClose }: { readonly onClose: () => void }) {
  const text = useMessages(courseWords)
  const own = useMessages(oneScreen)
  return (
    <Dialog open title={own.howToGoOn} onClose={onClose} closeLabel={own.close}>
      <KeyList
        keys={[
          [`${text.keySpace} / → / PageDown`, text.keyPrimary],
          ['C', text.cutLead],
          ['T', text.extend],
          ['K', `${text.endQuestion} (${own.asksFirst})`],
          ['P', text.pause],
          ['B', text.showStandings],
          ['F11', own.fullScreen],
          ['?', text.keyHelp],
        ]}
      />
      <p>{own.backToHost}</p>
    </Dialog>
  )
}
