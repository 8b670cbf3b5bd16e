import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { strFromU8, strToU8, zipSync } from 'fflate'

// Makes the package that is uploaded to Teams:
//   node scripts/build-teams-package.ts --app-id <guid> --host <name> [--out build/dondoc-teams.zip]

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i

/** The placeholders in manifest/teams/manifest.json. */
const NO_ID = '00000000-0000-0000-0000-000000000000'
const NO_HOST = 'dondoc.example.org'

const source = (name: string) => readFileSync(new URL(`../manifest/teams/${name}`, import.meta.url))

/**
 * The files of the package. `appId` is the bot's Microsoft app id, and the app's own id as well; `host` is the public
 * name under which this installation answers https. Throws when one of them cannot be right.
 */
export function teamsPackage(appId: string, host: string): Record<string, Uint8Array> {
  if (!GUID.test(appId) || appId === NO_ID) throw new Error(`--app-id is not the id of an app: ${appId}`)
  if (!HOST.test(host)) throw new Error(`--host is not a public host name (no https://, no path): ${host}`)
  const manifest = strFromU8(source('manifest.json')).replaceAll(NO_ID, appId.toLowerCase()).replaceAll(NO_HOST, host)
  return {
    'manifest.json': strToU8(manifest),
    'en.json': source('en.json'),
    'color.png': source('color.png'),
    'outline.png': source('outline.png'),
  }
}

const usage = `Usage: npm run manifest -- --app-id GUID --host NAME [--out FILE]

Makes the package that is uploaded to Teams.

  --app-id GUID  the id of the Azure Bot's app
  --host NAME    the public name of this installation, such as dondoc.your-ministry.vn
  --out FILE     where the package goes (default: build/dondoc-teams.zip)
  --help         show this
`

/** Exit status: 0 done, 1 refused, 2 wrong usage. */
function main(): number {
  let wrongUsage = true
  try {
    const { values } = parseArgs({
      options: {
        'app-id': { type: 'string', default: '' },
        host: { type: 'string', default: '' },
        out: { type: 'string', default: 'build/dondoc-teams.zip' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true) {
      process.stdout.write(usage)
      return 0
    }
    if (values['app-id'] === '' || values.host === '') throw new Error('both --app-id and --host are needed')
    wrongUsage = false
    const files = teamsPackage(values['app-id'], values.host)
    const out = resolve(values.out)
    mkdirSync(resolve(out, '..'), { recursive: true })
    // One fixed date, so that the same input gives the same file.
    writeFileSync(out, zipSync(files, { level: 9, mtime: '2020-01-01T00:00:00' }))
    process.stdout.write(`${out}\n`)
    for (const [name, bytes] of Object.entries(files)) process.stdout.write(`  ${name}  ${bytes.length} bytes\n`)
    process.stdout.write(`App ${values['app-id']} at https://${values.host}/api/messages\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (!wrongUsage) return 1
    process.stderr.write(`\n${usage}`)
    return 2
  }
}

if (import.meta.main) process.exitCode = main()
