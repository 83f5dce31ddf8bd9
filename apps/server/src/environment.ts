import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

/** What whoever starts the server may decide; nothing else reads the process's environment. */
export type Environment = {
  /** 0 lets the system choose one. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** An origin without a trailing slash; without it the server goes by its LAN address. */
  readonly publicUrl: string | undefined
  readonly logLevel: LogLevel
  readonly demo: boolean
  /** Addresses whose X-Forwarded headers are believed; nobody's by default. */
  readonly trustedProxies: readonly string[]
}

type LogLevel = (typeof logLevels)[number]

export type EnvironmentOutcome =
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly problem: string }

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535)

const Variables = z.object({
  PORT: Port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z.string().refine(isOrigin).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  DEMO: z.enum(['0', '1']).default('0'),
  TRUSTED_PROXY: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine((addresses) => addresses.every(isAddressOrRange))
    .optional(),
})

const expectations: Readonly<Record<keyof z.infer<typeof Variables>, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'an address to listen on',
  DATA_DIR: 'a folder',
  PUBLIC_URL: 'an address like https://quiz.example.vn, without a path or a trailing slash',
  LOG_LEVEL: `one of ${logLevels.join(', ')}`,
  DEMO: '0 or 1',
  TRUSTED_PROXY: 'IP addresses or ranges, separated by commas',
}

/** The problem is one line for the terminal: the first variable that is wrong, and what it should be. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): EnvironmentOutcome {
  // `PUBLIC_URL=` in a shell or a compose file means that nothing was decided.
  const decided = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const read = Variables.safeParse(decided)
  if (!read.success) return { ok: false, problem: problemOf(read.error, decided) }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, LOG_LEVEL, DEMO, TRUSTED_PROXY } = read.data
  return {
    ok: true,
    value: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      publicUrl: PUBLIC_URL,
      logLevel: LOG_LEVEL,
      demo: DEMO === '1',
      trustedProxies: TRUSTED_PROXY ?? [],
    },
  }
}

/** The one database file of an installation. */
export function databaseFile({ dataDir }: Pick<Environment, 'dataDir'>): string {
  return join(dataDir, 'khac-sau.sqlite')
}

/** P2: who was erased, by ids, and which cells; beside the database, so that no restore takes an erasure back. */
export function erasuresFile({ dataDir }: Pick<Environment, 'dataDir'>): string {
  return join(dataDir, 'erased-members.jsonl')
}

/** Where rehearsals have their data as long as they last (C9). */
export function rehearsalFolder({ dataDir }: Pick<Environment, 'dataDir'>): string {
  return join(dataDir, 'rehearsals')
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && url.origin === text
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const version = isIP(address)
  if (version === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function problemOf(error: z.ZodError, decided: Readonly<Record<string, unknown>>): string {
  const variable = Object.keys(expectations).find((name) => error.issues.some(({ path }) => path[0] === name))
  if (!isVariable(variable)) throw error
  return `${variable} is ${JSON.stringify(decided[variable])}; it must be ${expectations[variable]}.`
}

function isVariable(name: string | undefined): name is keyof typeof expectations {
  return name !== undefined && name in expectations
}
