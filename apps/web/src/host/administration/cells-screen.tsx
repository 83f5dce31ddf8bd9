import { hostAdministration } from '@khac-sau/language'
import type { AdministeredCell } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from '../account/rows.module.css'
import { PageHead } from '../parts/page-head.tsx'
import { CellRow } from './cell-row.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { InviteOwnerDialog } from './invite-owner-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

type Owner = AdministeredCell['owners'][number]
type Asked =
  | { readonly what: 'invitation'; readonly cell: AdministeredCell }
  | { readonly what: 'close' | 'erase'; readonly cell: AdministeredCell }
  | { readonly what: 'reset'; readonly cell: AdministeredCell; readonly owner: Owner }

/** From here on a list is looked through by hand no more. */
const searchedFrom = 8

type CellsScreenProps = { readonly cells: readonly AdministeredCell[]; readonly cleaning: boolean }

export function CellsScreen({ cells, cleaning }: CellsScreenProps) {
  const text = useMessages(hostAdministration)
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState('')
  const shown = cells.filter((cell) => matches(cell, search))
  const waiting = cells.filter(({ owners, closedAtMs }) => owners.length === 0 && closedAtMs === null).length
  const counted = shown.length > 0 ? text.count({ cells: cells.length, waiting }) : text.noneFound
  const found = cells.length > 0 ? counted : ''
  return (
    <>
      <PageHead
        title={text.cells}
        lead={text.cellsLead}
        actions={
          <Link href="/administration/new" asChild>
            <LinkButton variant="primary" icon="plus">
              {text.addCells}
            </LinkButton>
          </Link>
        }
      />
      {cleaning && (
        <Banner tone="info" title={text.cleaningTitle}>
          {text.cleaningText}
        </Banner>
      )}
      {cells.length === 0 && <EmptyState title={text.noCells}>{text.noCellsNext}</EmptyState>}
      {cells.length >= searchedFrom && (
        <TextField
          label={text.search}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <StatusLine>{`${done} ${found}`.trim()}</StatusLine>
      {shown.length > 0 && (
        <ul className={styles.rows}>
          {shown.map((cell) => (
            <CellRow
              key={cell.cellId}
              cell={cell}
              onInvite={() => setAsked({ what: 'invitation', cell })}
              onReset={(owner) => setAsked({ what: 'reset', cell, owner })}
              onClose={() => setAsked({ what: 'close', cell })}
              onErase={() => setAsked({ what: 'erase', cell })}
              onDone={setDone}
            />
          ))}
        </ul>
      )}
      {asked?.what === 'invitation' && <InviteOwnerDialog cell={asked.cell} onClose={() => setAsked(null)} />}
      {asked?.what === 'close' && <CloseDialog cell={asked.cell} onClose={() => setAsked(null)} />}
      {asked?.what === 'erase' && <EraseDialog cell={asked.cell} onErased={setDone} onClose={() => setAsked(null)} />}
      {asked?.what === 'reset' && <ResetDialog cell={asked.cell} owner={asked.owner} onClose={() => setAsked(null)} />}
    </>
  )
}

function matches({ name, owners, invitation }: AdministeredCell, search: string): boolean {
  const wanted = folded(search)
  const texts = [
    name,
    invitation?.inviteeName ?? '',
    ...owners.flatMap(({ displayName, login }) => [displayName, login]),
  ]
  return texts.some((one) => folded(one).includes(wanted))
}

/** Without marks, as people search. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .trim()
}
