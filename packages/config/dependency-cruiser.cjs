/** Who may import whom, and nothing else. Every rule is made to fire in imports.test.ts. */
const folders = (names) => names.map((name) => `^${name}/`)
const tests = '[.](test|contract)[.]tsx?$'

/** A folder's product code imports itself and the named folders; its tests may also lean on its declared test partners. */
const may = (from, ...to) => ({
  name: `${from} imports only ${to.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(apps|packages|e2e)/', pathNot: folders([from, ...to]) },
})

const withoutNode = (name) => ({
  name: `packages/${name} knows no platform`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: tests },
  to: { dependencyTypes: ['core'] },
})

const webRoles = ['host', 'screen', 'play', 'remote', 'check', 'link', 'board', 'gallery']

module.exports = {
  forbidden: [
    may('packages/engine'),
    may('packages/language'),
    may('packages/protocol', 'packages/engine'),
    may('packages/formats', 'packages/engine'),
    may('packages/database', 'packages/engine'),
    may('packages/room', 'packages/engine', 'packages/protocol'),
    may('packages/session', 'packages/engine', 'packages/protocol'),
    may(
      'apps/server',
      'packages/engine',
      'packages/protocol',
      'packages/formats',
      'packages/database',
      'packages/room',
      'packages/language',
      // A rehearsal's simulated members are phones.
      'packages/session',
    ),
    may('apps/web', 'packages/protocol', 'packages/engine', 'packages/session', 'packages/language'),
    may('packages/swarm', 'packages/engine', 'packages/session', 'packages/protocol'),
    may('packages/simulation', 'packages/engine', 'packages/room', 'packages/session', 'packages/protocol'),
    may('e2e', 'packages/protocol'),
    {
      name: 'engine has no dependencies, not even node',
      severity: 'error',
      from: { path: '^packages/engine/', pathNot: tests },
      to: { pathNot: '^packages/engine/' },
    },
    ...['room', 'session', 'formats', 'language', 'protocol'].map(withoutNode),
    {
      name: 'the phone imports only types of protocol and engine',
      severity: 'error',
      from: { path: '^(apps/web/src/(play|remote|check|link|board|ui)|packages/session)/', pathNot: tests },
      to: { path: '^packages/protocol/', pathNot: '/version[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    // The gallery shows every role's screens and is part of no role.
    ...webRoles
      .filter((role) => role !== 'gallery')
      .map((role) => ({
        name: `web role ${role} imports no other role`,
        severity: 'error',
        from: { path: `^apps/web/src/${role}/` },
        to: { path: `^apps/web/src/(app|${webRoles.filter((other) => other !== role).join('|')})/` },
      })),
    {
      name: 'web ui knows no contest, only the language',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^(apps/web/src/(?!ui/)|packages/(?!language/))' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    // Without the next rule an import that cannot be resolved passes every rule above.
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/|[.]css$|vite/client' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
