import type { SentHostCommand } from '@khac-sau/protocol'
import { type Press, usePress } from '../../ui/use-press.ts'
import type { CommandFailure, LiveContest, PairingCode } from './use-live-contest.ts'

export type HostLine = Pick<LiveContest, 'send' | 'answerPlaceRequest' | 'pairRemote' | 'endRemote'>

export type Commands = Omit<Press<CommandFailure>, 'press'> & {
  /** `true` once the server has carried it out. `pending` is its type. */
  readonly send: (command: SentHostCommand) => Promise<boolean>
  readonly answerPlaceRequest: (requestId: string, grant: boolean) => Promise<boolean>
  readonly pairRemote: () => Promise<PairingCode | null>
  readonly endRemote: () => Promise<boolean>
}

export function useCommands({ send, answerPlaceRequest, pairRemote, endRemote }: HostLine): Commands {
  const { press, ...state } = usePress<CommandFailure>()
  return {
    ...state,
    send: (command) => press(command.type, () => send(command)),
    answerPlaceRequest: (requestId, grant) => press(requestId, () => answerPlaceRequest(requestId, grant)),
    async pairRemote() {
      let code: PairingCode | null = null
      await press('pair-remote', async () => {
        const outcome = await pairRemote()
        if (typeof outcome === 'string') return outcome
        code = outcome
        return null
      })
      return code
    },
    endRemote: () => press('end-remote', endRemote),
  }
}
