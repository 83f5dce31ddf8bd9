import { hash, verify } from '@node-rs/argon2'

export type Passwords = {
  /** So many wait in line that whoever comes now had better come again: the door is open to everyone. */
  isCrowded(): boolean
  hash(password: string): Promise<string>
  /** Takes as long when there is no such account: nobody learns from the clock which logins exist. */
  matches(password: string, storedHash: string | undefined): Promise<boolean>
}

/** argon2id, which is the library's default algorithm, with 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const mostAtOnce = 4
/** About two seconds of work on two cores: a meeting that signs in at once never gets there. */
const longestLine = 200

/** Of a password that nobody knows, at the cost above; stands in for the account that does not exist. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$uaf4VcE+SgX/smRwVaf4kg$A3xQMc6xnEr7nLV6+SWIpOADacE6G0q8V+suvs8TxBk'

export function passwordHashing(): Passwords {
  const { takeTurn, waiting } = turns(mostAtOnce)
  return {
    isCrowded: () => waiting() >= longestLine,
    hash: (password) => takeTurn(() => hash(fold(password), cost)),
    async matches(password, storedHash) {
      const same = await takeTurn(() => verify(storedHash ?? nobodysHash, fold(password)))
      return same && storedHash !== undefined
    },
  }
}

/** Vietnamese letters typed on a Mac and on Windows differ in bytes and are the same password. */
function fold(password: string): string {
  return password.normalize('NFC')
}

export type Turns = {
  takeTurn<T>(work: () => Promise<T>): Promise<T>
  waiting(): number
}

/** Each hash takes memory and a core: so many run at once, the others wait in line. */
export function turns(most: number): Turns {
  const line: (() => void)[] = []
  let running = 0
  return {
    waiting: () => line.length,
    async takeTurn(work) {
      if (running === most) await new Promise<void>((resolve) => line.push(resolve))
      else running += 1
      try {
        return await work()
      } finally {
        const next = line.shift()
        // The turn is handed on without being counted down, so that nobody slips in between.
        if (next) next()
        else running -= 1
      }
    },
  }
}
