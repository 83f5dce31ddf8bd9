import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type ConfirmDialogProps = {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly danger?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The safe button comes first and so has the focus (dialog.tsx): Enter pressed in haste changes nothing. */
export function ConfirmDialog({ open, title, children, onConfirm, onCancel, ...words }: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onCancel}
      closeLabel={words.cancelLabel}
      actions={
        <>
          <Button onClick={onCancel}>{words.cancelLabel}</Button>
          <Button variant={words.danger ? 'danger' : 'primary'} busy={words.busy} onClick={onConfirm}>
            {words.confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
