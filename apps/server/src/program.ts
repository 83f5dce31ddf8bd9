import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The server and its parts that are processes of their own: their source here, and their file in the bundle. */
const programs = {
  server: { source: './main.ts', built: 'main.js' },
  backups: { source: './backup/apart.ts', built: 'apart.js' },
  'roster-file': { source: './members/roster-file/apart.ts', built: 'read-file-apart.js' },
} as const

export type Program = keyof typeof programs

const fromSources = import.meta.url.endsWith('.ts')

/**
 * What Node is started with. The bundle has all of them side by side. From sources they go through tsx, which takes
 * seconds; the proof has just built them, and says so with `KHAC_SAU_BUILT=1`.
 */
export function programOf(name: Program): { readonly entry: string; readonly execArgv: readonly string[] } {
  const { source, built } = programs[name]
  if (!fromSources) return { entry: here(`./${built}`), execArgv: [] }
  if (process.env['KHAC_SAU_BUILT'] === '1') return { entry: here(`../dist/${built}`), execArgv: [] }
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return { entry: here(source), execArgv: ['--import', pathToFileURL(tsx).href] }
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
