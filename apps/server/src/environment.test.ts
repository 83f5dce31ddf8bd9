import { describe, expect, test } from 'vitest'
import { databaseFile, readEnvironment } from './environment.ts'

test('nothing needs to be decided', () => {
  expect(readEnvironment({})).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      publicUrl: undefined,
      logLevel: 'info',
      demo: false,
      trustedProxies: [],
    },
  })
})

test('every variable is read', () => {
  const variables = {
    PORT: '8080',
    HOST: '127.0.0.1',
    DATA_DIR: '/srv/khac-sau',
    PUBLIC_URL: 'https://thi.example.vn',
    LOG_LEVEL: 'warn',
    DEMO: '1',
    TRUSTED_PROXY: '10.0.0.2, fd00::/8',
    UNRELATED: 'x',
  }

  expect(readEnvironment(variables)).toEqual({
    ok: true,
    value: {
      port: 8080,
      host: '127.0.0.1',
      dataDir: '/srv/khac-sau',
      publicUrl: 'https://thi.example.vn',
      logLevel: 'warn',
      demo: true,
      trustedProxies: ['10.0.0.2', 'fd00::/8'],
    },
  })
})

test('an empty variable is as good as none', () => {
  expect(readEnvironment({ PORT: '', PUBLIC_URL: ' ', TRUSTED_PROXY: '' })).toEqual(readEnvironment({}))
})

describe('a wrong variable is named in one line with what it should be', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'thi.example.vn'],
    ['PUBLIC_URL', 'https://thi.example.vn/'],
    ['PUBLIC_URL', 'https://thi.example.vn/quiz'],
    ['PUBLIC_URL', 'ftp://thi.example.vn'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'yes'],
    ['TRUSTED_PROXY', 'proxy'],
    ['TRUSTED_PROXY', '10.0.0.0/33'],
  ])('%s=%s', (name, value) => {
    const outcome = readEnvironment({ [name]: value })

    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(`^${name} is ".*"; it must be [^\n]+$`) })
  })
})

test('the database is one file in the data folder', () => {
  expect(databaseFile({ dataDir: '/srv/data' })).toBe('/srv/data/khac-sau.sqlite')
})
