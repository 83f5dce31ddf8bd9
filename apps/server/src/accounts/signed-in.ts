import type { Cell } from '@khac-sau/database'
import type { SignedIn } from '@khac-sau/protocol'

export function signedIn(login: string, { id, name, publicPlaces, boardKey }: Cell, publicUrl: string): SignedIn {
  return { login, cell: { cellId: id, name, publicPlaces, boardUrl: `${publicUrl}/b/${boardKey}` } }
}
