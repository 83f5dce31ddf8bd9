import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builds, reportFile, type ChunkReport, type ReportedChunk } from '../build/chunk-report.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

export type Page = 'index' | 'board' | 'screen' | 'remote' | 'check' | 'link' | 'host'
type Reach = 'first' | 'all'

/** The scripts that a page loads before its first screen, or in all, as the build wrote them down. */
export function chunksOf(page: Page, reach: Reach): readonly (ReportedChunk & { readonly fileName: string })[] {
  const chunks = reported()
  const reached = new Set(Object.keys(chunks).filter((fileName) => chunks[fileName]?.page === page))
  if (reached.size === 0) throw new Error(`The build has no page ${page}.`)
  // A set that grows while it is walked is walked to its end.
  for (const fileName of reached) {
    const { imports = [], dynamicImports = [] } = chunks[fileName] ?? {}
    for (const next of reach === 'all' ? [...imports, ...dynamicImports] : imports) reached.add(next)
  }
  return [...reached].flatMap((fileName) => {
    const chunk = chunks[fileName]
    return chunk ? [{ ...chunk, fileName }] : []
  })
}

export function scriptsOf(page: Page, reach: Reach): readonly string[] {
  return chunksOf(page, reach).map(({ fileName }) => emitted(fileName))
}

/** The sheets that a page names, and those of its later parts. */
export function stylesOf(page: Page): readonly string[] {
  const names = [emitted(`${page}.html`), ...scriptsOf(page, 'all')].join('\n').match(/assets\/[\w-]+\.css/g)
  return [...new Set(names)].map(emitted)
}

function reported(): ChunkReport {
  if (builds.some((build) => !existsSync(dist + reportFile(build)))) {
    throw new Error('There is no build to look at: `npm run check` makes one.')
  }
  return Object.assign({}, ...builds.map((build) => JSON.parse(emitted(reportFile(build))) as ChunkReport))
}

function emitted(fileName: string): string {
  return readFileSync(dist + fileName, 'utf8')
}
