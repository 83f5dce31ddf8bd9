import type { ContestContent, MemberId, Receipt } from '@khac-sau/engine'
import type { Ack, Answer, RefusalCode } from '@khac-sau/protocol'

/** What the HTTP side asks of, and tells, the rooms. */
export type RoomKeeper = {
  /** Freezes the content, draws the codes and logs that the room is open, or does none of it. */
  open(
    cellId: string,
    contestId: string,
    content: ContestContent,
    /** Of the draft that the content was read from. */
    revision: number,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: RefusalCode }>
  /** A4: resolves after the commit, or with a refusal. */
  answer(cellId: string, contestId: string, memberId: MemberId, answer: Answer): Promise<Ack<Receipt>>
  /** Somebody was added, renamed or marked: rooms that are open learn it. */
  rosterChanged(cellId: string): Promise<void>
  /** The cell's name or public places changed. */
  cellChanged(cellId: string): Promise<void>
  /** The cell is closed: its rooms are, too, and whoever is in one is sent out. */
  cellClosed(cellId: string): Promise<void>
}
