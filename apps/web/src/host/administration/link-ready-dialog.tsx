import { formatDateTime, hostAdministration } from '@khac-sau/language'
import type { LinkMade } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { CopyField } from '../parts/copy-field.tsx'

/** The link is told this once. */
export function LinkReadyDialog({ made, onClose }: { readonly made: LinkMade; readonly onClose: () => void }) {
  const text = useMessages(hostAdministration)
  return (
    <Dialog
      open
      title={text.linkReady}
      onClose={onClose}
      closeLabel={text.done}
      actions={
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      }
    >
      <p>{text.linkReadyText({ time: formatDateTime(made.expiresAtMs) })}</p>
      <CopyField label={text.link} value={made.url} />
    </Dialog>
  )
}
