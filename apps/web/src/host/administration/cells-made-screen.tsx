import { formatDateTime, hostAdministration } from '@khac-sau/language'
import type { CellsMade } from '@khac-sau/protocol'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { PageHead } from '../parts/page-head.tsx'

/** The links are told this once: to be kept before one leaves. */
export function CellsMadeScreen({ made: { cells, expiresAtMs, csv } }: { readonly made: CellsMade }) {
  const text = useMessages(hostAdministration)
  const [outcome, setOutcome] = useState('')
  // Without a Blob's address, which would have to be let go of again.
  const file = useMemo(() => `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`, [csv])
  const copyAll = async () => {
    const lines = cells.map(({ name, secretaryName, url }) => [name, secretaryName, url].join('\t'))
    setOutcome((await copyText(lines.join('\n'))) ? text.listCopied : text.listNotCopied)
  }
  return (
    <>
      <PageHead
        title={text.madeTitle({ count: cells.length })}
        lead={text.madeLead({ time: formatDateTime(expiresAtMs) })}
      />
      <ButtonRow>
        <LinkButton variant="primary" icon="download" href={file} download={text.fileName}>
          {text.downloadList}
        </LinkButton>
        <Button icon="copy" onClick={() => void copyAll()}>
          {text.copyList}
        </Button>
      </ButtonRow>
      <StatusLine>{outcome}</StatusLine>
      <Card>
        {cells.map(({ cellId, name, secretaryName, url }) => (
          <CopyField key={cellId} label={secretaryName === '' ? name : `${name} – ${secretaryName}`} value={url} />
        ))}
      </Card>
      <div>
        <Link href="/administration">{text.toCells}</Link>
      </div>
    </>
  )
}
