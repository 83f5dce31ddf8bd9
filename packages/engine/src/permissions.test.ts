import { expect, test } from 'vitest'
import { may, type Permission, roles, rolesByPermission } from './permissions.ts'

const permissions = Object.keys(rolesByPermission) as Permission[]

const ownersOnly = ['take-and-restore-copies', 'erase-members', 'manage-access', 'read-audit']

test('what each role may do', () => {
  const table = roles.map((role) => [role, permissions.filter((permission) => may(role, permission))])

  expect(Object.fromEntries(table)).toEqual({
    owner: permissions,
    secretary: permissions.filter((one) => !ownersOnly.includes(one)),
    host: ['own-account', 'see-contests', 'see-results', 'open-room', 'run-contest', 'check-connection'],
    viewer: ['own-account', 'see-contests', 'see-results'],
  })
})

test('each role may do all that the next one may', () => {
  for (const permission of permissions) {
    const allowed = roles.map((role) => may(role, permission))
    expect(allowed, permission).toEqual([...allowed].sort().reverse())
  }
})
