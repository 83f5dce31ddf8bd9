import { existsSync } from 'node:fs'
import { administrationRepository, administratorRepository, openSqliteStore, type Store } from '@khac-sau/database'
import { formatDateTime } from '@khac-sau/language'
import { databaseFile, readEnvironment } from '../environment.ts'
import { administratorLink } from './administrator-link.ts'

const leastLoginCharacters = 3
const usage = [
  'npm run administrator -- <tên đăng nhập, từ 3 ký tự / login of 3 characters or more>',
  'npm run administrator -- --remove <tên đăng nhập / login>',
].join('\n')

// `npm run administrator -- <login>`: while the server runs, or when it does not. `--remove <login>` takes one away.
process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 done, 1 there is no such login or no data, 2 the command was not understood. */
async function main(given: readonly string[]): Promise<number> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) return refuse(2, environment.problem)
  const isRemoval = given[0] === '--remove'
  const [login = '', ...more] = isRemoval ? given.slice(1) : given
  if (more.length > 0 || login.startsWith('-')) return refuse(2, usage)
  const { dataDir, port, publicUrl } = environment.value
  const file = databaseFile(environment.value)
  if (!existsSync(file)) return refuse(1, `Không có dữ liệu ở / no data in ${dataDir}: đặt / set DATA_DIR.`)
  const store = await openSqliteStore(file)
  try {
    if (login.trim().length < leastLoginCharacters) return refuse(1, await everyone(store))
    if (isRemoval) return await remove(store, login)
    const origins = [`http://localhost:${port}`, ...(publicUrl === undefined ? [] : [publicUrl])]
    say(linkLines(await administratorLink({ store, nowMs: Date.now(), origins }, login)))
    return 0
  } finally {
    await store.close()
  }
}

async function remove(store: Store, login: string): Promise<number> {
  const nowMs = Date.now()
  if (!(await administratorRepository(store).remove(login, nowMs))) return refuse(1, await everyone(store))
  const entry = { atMs: nowMs, administratorId: null, action: 'administrator-removed' as const }
  await administrationRepository(store).note(entry)
  say([`Đã gỡ quản trị viên / administrator removed: ${login}`])
  return 0
}

type Link = Awaited<ReturnType<typeof administratorLink>>

function linkLines({ login, urls, expiresAtMs }: Link): readonly string[] {
  return [
    `Đặt mật khẩu quản trị cho / set the administrator’s password for: ${login}`,
    ...urls.map((url) => `  ${url}`),
    `Dùng một lần, đến / good once, until ${formatDateTime(expiresAtMs)} (UTC+7).`,
    'Ai có đường liên kết này đều vào được: không gửi qua nhóm. — Whoever has this link gets in: keep it to yourself.',
  ]
}

async function everyone(store: Store): Promise<string> {
  const logins = (await administratorRepository(store).list()).filter(({ removedAtMs }) => removedAtMs === null)
  return [usage, ...logins.map(({ login }) => `  ${login}`)].join('\n')
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function refuse(code: number, problem: string): number {
  process.stderr.write(`${problem}\n`)
  return code
}
