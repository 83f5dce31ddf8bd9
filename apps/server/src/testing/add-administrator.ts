import { administratorRepository, hashSecret, newId, newSecret } from '@khac-sau/database'
import type { TestServer } from './test-server.ts'

/** Somebody who administers the installation and is signed in, as by the command and the link that it prints. */
export async function addAdministrator({ ask, clock, database }: TestServer, password = 'mật khẩu quản trị') {
  const secret = newSecret()
  const login = `quantri-${newId()}`
  const made = { administratorId: newId(), login, secretHash: hashSecret(secret) }
  const times = { createdAtMs: clock.at, expiresAtMs: clock.at + 1000 }
  const { id } = await administratorRepository(database.store).makeLink({ ...made, ...times })
  const done = await ask('POST', '/api/administration/link', { body: { secret, password } })
  const cookie = [done.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
  return { id, login: login.toLowerCase(), password, cookie }
}
