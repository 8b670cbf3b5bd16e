import { identities, platforms } from '../adapters/index.ts'
import { runCli } from './cli/run.ts'
import type { ChatAdapter } from './contract/adapter.ts'
import type { Ask } from './people/accounts/ask-platform.ts'
import type { FindByEmail } from './people/accounts/link-by-email.ts'
import { readConfig } from './server/config.ts'

// Whatever a library writes is this user's alone.
process.umask(0o077)

// `dondoc people list | head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

/** A platform that is set up. Loaded when it is needed: other commands do without the platforms' libraries. */
async function open(platform: string): Promise<ChatAdapter | undefined> {
  return await readConfig(process.env, platforms).platforms.get(platform)?.open()
}

const opened = new Map<string, ReturnType<typeof open>>()
function adapter(platform: string): ReturnType<typeof open> {
  const found = opened.get(platform) ?? open(platform)
  opened.set(platform, found)
  return found
}

const find: FindByEmail = async (platform, email) => (await adapter(platform))?.find(email) ?? 'not-configured'

const ask: Ask = {
  async tenants(platform) {
    const found = await adapter(platform)
    return found === undefined ? 'not-configured' : ((await found.tenants?.()) ?? 'any')
  },
  async standing(place) {
    const found = await adapter(place.platform)
    return found === undefined ? 'not-configured' : ((await found.standing?.(place)) ?? 'not-possible')
  },
}

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  platforms,
  identities,
  find,
  ask,
})
