import { accountRepository, cellRepository, type Store } from '@khac-sau/database'
import { demoAccount } from './demo-cell.ts'

/** What the terminal says about a demo besides where it runs. */
export async function demoWelcome(store: Store, publicUrl: string, port: number): Promise<readonly string[]> {
  const { login, password } = demoAccount
  const account = await accountRepository(store).byLogin(login)
  const cell = account && (await cellRepository(store).byId(account.cellId))
  if (!cell) return ['', '  DEMO: chưa có dữ liệu / nothing is seeded here yet']
  return [
    '',
    '  Bản dùng thử, dữ liệu bịa đặt / a demo with invented people:',
    `  Điều hành / host:     http://localhost:${port}/host   (${login} / ${password})`,
    `  Bảng thành tích / board:  ${publicUrl}/b/${cell.boardKey}`,
  ]
}
