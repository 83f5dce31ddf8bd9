import { relative, sep } from 'node:path'
import type { Plugin } from 'vite'

export type ChunkReport = Readonly<Record<string, ReportedChunk>>

/** One emitted script: what it loads, and what it is made of. File names are relative to `dist`. */
export type ReportedChunk = {
  /** Whose entry it is. */
  readonly page: string | null
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
  readonly modules: readonly string[]
}

/** The builds of which the pages are made, and where each writes down what it emitted. */
export const builds = ['member', 'other'] as const
export const reportFile = (build: (typeof builds)[number]) => `.vite/${build}-chunks.json`

/** Writes down which modules each script is made of, so that tests need not guess it from minified words. */
export function chunkReport(root: string, build: (typeof builds)[number]): Plugin {
  return {
    name: 'chunk-report',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []))
      const report: ChunkReport = Object.fromEntries(
        chunks.map(({ fileName, isEntry, name, imports, dynamicImports, modules }) => [
          fileName,
          {
            page: isEntry ? name : null,
            imports,
            dynamicImports,
            modules: Object.entries(modules)
              .filter(([, { renderedLength }]) => renderedLength > 0)
              .map(([id]) => relative(root, id).split(sep).join('/')),
          },
        ]),
      )
      this.emitFile({ type: 'asset', fileName: reportFile(build), source: JSON.stringify(report, null, 1) })
    },
  }
}
