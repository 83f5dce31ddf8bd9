import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Development tools live in packages/config, so that the root declares none of its own. */
const tools = ['packages/config', 'apps/web', 'apps/server', 'e2e', 'packages/database'].map(
  (folder) => `${root}${folder}/node_modules/.bin`,
)

export class CommandFailed extends Error {}

/** Runs a command with its output shown, and resolves when it succeeds. */
export async function run(command, args, { env = {}, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    env: { ...process.env, PATH: [...tools, process.env.PATH].join(delimiter), ...env },
  })
  const code = await exitOf(child)
  if (code !== 0) throw new CommandFailed(`${command} ${args.join(' ')} stopped with ${code}`)
}

/** Exit code, or the signal's name; a command that cannot be started rejects. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
}
