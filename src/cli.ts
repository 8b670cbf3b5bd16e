import { runCli } from './cli/run.ts'
import type { FindByEmail } from './people/link-by-email.ts'

// Whatever a library writes is this user's alone.
process.umask(0o077)

// `dondoc people list | head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

/** Asks a platform that is set up. Loaded when it is needed: other commands do without the platforms' libraries. */
const find: FindByEmail = async (platform, email) => {
  const [{ adapters }, { readConfig }] = await Promise.all([import('../adapters/index.ts'), import('./config.ts')])
  const { slack, teams } = readConfig(process.env)
  if (platform === 'slack' && slack !== undefined) return await (await adapters.slack(slack)).find(email)
  if (platform === 'teams' && teams !== undefined) return await (await adapters.teams(teams)).find(email)
  return 'not-configured'
}

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  find,
})
