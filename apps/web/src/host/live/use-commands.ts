import type { SentHostCommand } from '@khac-sau/protocol'
import { useState } from 'react'
import type { CommandFailure, LiveContest } from './use-live-contest.ts'

export type Commands = {
  /** The type of the command that is being carried out. */
  readonly pending: string | null
  readonly failure: CommandFailure | null
  readonly dismiss: () => void
  /** `true` once the server has carried it out. */
  readonly send: (command: SentHostCommand) => Promise<boolean>
  readonly answerPlaceRequest: (requestId: string, grant: boolean) => Promise<boolean>
}

/** One press at a time; what is refused is kept to be read. */
export function useCommands({ send, answerPlaceRequest }: Pick<LiveContest, 'send' | 'answerPlaceRequest'>): Commands {
  const [pending, setPending] = useState<string | null>(null)
  const [failure, setFailure] = useState<CommandFailure | null>(null)
  const perform = async (name: string, act: () => Promise<CommandFailure | null>) => {
    setPending(name)
    setFailure(null)
    const refused = await act()
    setPending(null)
    setFailure(refused)
    return refused === null
  }
  return {
    pending,
    failure,
    dismiss: () => setFailure(null),
    send: (command) => perform(command.type, () => send(command)),
    answerPlaceRequest: (requestId, grant) => perform(requestId, () => answerPlaceRequest(requestId, grant)),
  }
}
