import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The text of the sample set that comes with the formats. */
export function readSampleQuestions(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('@khac-sau/formats/samples/hoc-tap-nghi-quyet.txt'), 'utf8')
}
