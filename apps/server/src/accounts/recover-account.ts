import { existsSync } from 'node:fs'
import { openSqliteStore } from '@khac-sau/database'
import { formatDateTime } from '@khac-sau/language'
import { databaseFile, readEnvironment } from '../environment.ts'
import { recoveryLink } from './recovery-link.ts'

// `npm run recover-account -- <login>`: while the server runs, or when it does not.
process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 a link was made, 1 there is no such login or no data, 2 the command was not understood. */
async function main([login, ...more]: readonly string[]): Promise<number> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) return refuse(2, environment.problem)
  if (more.length > 0) return refuse(2, 'npm run recover-account -- <tên đăng nhập / login>')
  const { dataDir, port, publicUrl } = environment.value
  const file = databaseFile(environment.value)
  if (!existsSync(file)) return refuse(1, `Không có dữ liệu ở / no data in ${dataDir}: đặt / set DATA_DIR.`)
  const store = await openSqliteStore(file)
  try {
    const origins = [`http://localhost:${port}`, ...(publicUrl === undefined ? [] : [publicUrl])]
    const link = await recoveryLink({ store, nowMs: Date.now(), origins }, login)
    if (!link.ok) return refuse(1, noSuchLogin(link.logins))
    process.stdout.write(`${linkLines(link).join('\n')}\n`)
    return 0
  } finally {
    await store.close()
  }
}

function linkLines({ login, urls, expiresAtMs }: { login: string; urls: readonly string[]; expiresAtMs: number }) {
  return [
    `Đặt lại mật khẩu cho / set a new password for: ${login}`,
    ...urls.map((url) => `  ${url}`),
    `Dùng một lần, đến / good once, until ${formatDateTime(expiresAtMs)} (UTC+7).`,
    'Ai có đường liên kết này đều vào được: không gửi qua nhóm. — Whoever has this link gets in: keep it to yourself.',
  ]
}

function noSuchLogin(logins: readonly string[]): string {
  if (logins.length === 0) return 'Chưa có tài khoản nào; hãy cài đặt lần đầu. — There is no account yet: set up first.'
  return [
    'Hãy nêu một tên đăng nhập / name one login: npm run recover-account -- <login>',
    ...logins.map((login) => `  ${login}`),
  ].join('\n')
}

function refuse(code: number, problem: string): number {
  process.stderr.write(`${problem}\n`)
  return code
}
