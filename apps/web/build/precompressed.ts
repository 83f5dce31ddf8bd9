import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** The server sends these instead where the browser takes them: gzip on a plain LAN address, Brotli on https. */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.keys(bundle).filter((fileName) => /\.(html|js|css)$/.test(fileName))
      await Promise.all(files.map((fileName) => compress(join(dir, fileName))))
    },
  }
}

/** The highest takes seconds, for one hundredth less. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli))
}
