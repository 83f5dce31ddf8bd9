import { hostAdministration } from '@khac-sau/language'
import { CellListPreview, CellsMade, mostRosterFileBytes, RosterFile } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { type HostFailure, type Outcome, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAction } from '../parts/use-action.ts'
import { ChooseFile } from '../roster/choose-file.tsx'
import { administrationKeys } from './administration-queries.ts'
import { CellsMadeScreen } from './cells-made-screen.tsx'
import { NewCellsPreview, type NewCellsOrder } from './new-cells-preview.tsx'

/** Paste, look at what was understood, untick, make: nothing is stored before the last step. */
export function NewCellsPage() {
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<CellListPreview | null>(null)
  const [made, setMade] = useState<CellsMade | null>(null)
  const read = async (text: string) => {
    const outcome = await run(() =>
      request('POST', '/api/administration/cells/preview', CellListPreview, { body: { text } }),
    )
    if (outcome.ok) setPreview(outcome.value)
  }
  const readFile = async (file: File) => {
    const outcome = await run(() => textOf(file))
    if (!outcome.ok) return
    setPasted(outcome.value.text)
    await read(outcome.value.text)
  }
  const make = async (body: NewCellsOrder) => {
    const outcome = await run(() => request('POST', '/api/administration/cells', CellsMade, { body }))
    if (!outcome.ok) return
    setMade(outcome.value)
    void client.invalidateQueries({ queryKey: administrationKeys.cells })
  }
  if (made) return <CellsMadeScreen made={made} />
  if (preview) {
    return (
      <NewCellsPreview
        preview={preview}
        busy={busy}
        failure={failure}
        onMake={(order) => void make(order)}
        onBack={() => setPreview(null)}
      />
    )
  }
  return (
    <NewCellsForm
      pasted={pasted}
      busy={busy}
      failure={failure}
      onPasted={setPasted}
      onFile={(file) => void readFile(file)}
      onRead={() => void read(pasted)}
    />
  )
}

async function textOf(file: File): Promise<Outcome<RosterFile>> {
  if (file.size > mostRosterFileBytes) return { ok: false, failure: 'file-too-large' }
  return request('POST', '/api/administration/cells/file', RosterFile, { file })
}

type NewCellsFormProps = {
  readonly pasted: string
  readonly busy: boolean
  readonly failure: HostFailure | null
  readonly onPasted: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onRead: () => void
}

export function NewCellsForm({ pasted, busy, failure, onPasted, onFile, onRead }: NewCellsFormProps) {
  const text = useMessages(hostAdministration)
  return (
    <>
      <PageHead above={<Link href="/administration">← {text.cells}</Link>} title={text.newTitle} lead={text.newLead} />
      <Card>
        <FailureBanner failure={failure} />
        <ChooseFile busy={busy} onFile={onFile} />
        <TextArea
          label={text.listLabel}
          hint={text.listHint}
          rows={10}
          placeholder={text.example}
          value={pasted}
          onChange={(event) => onPasted(event.target.value)}
        />
        <div>
          <Button variant="primary" busy={busy} disabled={pasted.trim() === ''} onClick={onRead}>
            {text.read}
          </Button>
        </div>
      </Card>
    </>
  )
}
