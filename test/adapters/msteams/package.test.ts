import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Draft04 from 'ajv-draft-04'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { teamsPackage } from '../../../scripts/build-teams-package.ts'
import { understand } from '../../../src/understand/understand.ts'
import { VOCABULARY } from '../../understand/plan-vocabulary.ts'

const APP = 'aaaaaaaa-0000-4000-8000-000000000001'
const HOST = 'dondoc.bocongan.example'

const Manifest = z.looseObject({
  manifestVersion: z.string(),
  id: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ file: z.string() })),
  }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) })),
    }),
  ),
})

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(strFromU8(bytes ?? new Uint8Array()))

/** What Microsoft's schema of the manifest's own version says against it. */
function faults(file: 'MicrosoftTeams' | 'MicrosoftTeams.Localization', version: string, value: unknown): unknown[] {
  const root = createRequire(import.meta.url).resolve('@microsoft/app-manifest')
  const path = join(root, '..', 'json-schemas', 'teams', `v${version}`, `${file}.schema.json`)
  // The schemas' patterns are older than JavaScript's u flag.
  const ajv = new Draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false })
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')))
  return validate(value) ? [] : (validate.errors ?? [])
}

describe('the Teams package', () => {
  const files = teamsPackage(APP, HOST)
  const manifest = Manifest.parse(json(files['manifest.json']))

  it('has a manifest and a language file that are valid by Microsoft’s own schemas', () => {
    expect(faults('MicrosoftTeams', manifest.manifestVersion, json(files['manifest.json']))).toEqual([])
    expect(faults('MicrosoftTeams.Localization', manifest.manifestVersion, json(files['en.json']))).toEqual([])
    expect(faults('MicrosoftTeams', manifest.manifestVersion, { ...manifest, bots: [{}, {}] })).not.toEqual([])
  })

  it('speaks to one person, to teams and to groups', () => {
    expect(manifest.bots[0]?.scopes).toEqual(['personal', 'team', 'groupChat'])
  })

  it('is Vietnamese first, and has every command in English too', () => {
    expect(manifest.localizationInfo.defaultLanguageTag).toBe('vi')
    const english = z.record(z.string(), z.string()).parse(json(files['en.json']))
    const wanted = (manifest.bots[0]?.commandLists ?? []).flatMap(({ commands }, list) =>
      commands.flatMap((_, index) =>
        ['title', 'description'].map((what) => `bots[0].commandLists[${list}].commands[${index}].${what}`),
      ),
    )
    expect(
      Object.keys(english)
        .filter((key) => key.startsWith('bots'))
        .sort(),
    ).toEqual(wanted.sort())
  })

  it('offers no command that the bot does not understand, in either language', () => {
    const english = z.record(z.string(), z.string()).parse(json(files['en.json']))
    const leads = (manifest.bots[0]?.commandLists ?? []).map(({ commands }, list) =>
      commands.map(({ title, description }, index) => {
        const path = `bots[0].commandLists[${list}].commands[${index}]`
        const [vietnamese, other] = [
          [title, description],
          [english[`${path}.title`] ?? '', english[`${path}.description`] ?? ''],
        ].map(([words = '', about = '']) => [
          kindOf(words),
          ...(/(?:ví dụ|for example): (.*)$/.exec(about)?.[1] ?? '').split(', ').filter(Boolean).map(kindOf),
        ])
        expect(other).toEqual(vietnamese)
        return [...new Set(vietnamese)].join()
      }),
    )
    // “góp ý” alone is asked which draft is meant.
    expect(leads).toEqual([
      ['home.show', 'missing,opinion.type', 'status.show', 'plan.show', 'schedule.show', 'help.show'],
      ['status.show', 'plan.show', 'help.show'],
    ])
  })

  it('carries the ids and the host it was made for, and no placeholder', () => {
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array())
    expect(manifest).toMatchObject({ id: APP, bots: [{ botId: APP }], validDomains: [HOST] })
    expect(text).not.toMatch(/00000000-0000-0000|example\.org/)
  })

  it('holds every file it names, the icons in the sizes that Teams wants', () => {
    const named = [
      manifest.icons.color,
      manifest.icons.outline,
      ...manifest.localizationInfo.additionalLanguages.map((each) => each.file),
    ]
    for (const name of named) expect(files).toHaveProperty([name])
    expect(sizeOf(files[manifest.icons.color])).toEqual([192, 192])
    expect(sizeOf(files[manifest.icons.outline])).toEqual([32, 32])
    expect(sizeOf(readFileSync('manifest/slack/icon.png'))).toEqual([512, 512])
  })

  it.each([
    ['not-a-guid', HOST],
    ['00000000-0000-0000-0000-000000000000', HOST],
    [APP, 'https://dondoc.example.vn'],
    [APP, 'localhost'],
    [APP, 'dondoc.example.vn/path'],
    ['', ''],
  ])('is refused for the app %j at %j', (app, host) => {
    expect(() => teamsPackage(app, host)).toThrow(/--(app-id|host)/)
  })
})

/** What typed words lead to. */
function kindOf(words: string): string {
  const read = understand(words, VOCABULARY)
  return read.kind === 'intent' ? read.intent.kind : read.kind
}

/** Width and height from a PNG's header. */
function sizeOf(bytes: Uint8Array | undefined): [number, number] {
  const view = Buffer.from(bytes ?? [])
  return [view.readUInt32BE(16), view.readUInt32BE(20)]
}
