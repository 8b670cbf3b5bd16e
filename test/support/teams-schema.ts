import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

const OF_TEAMS = new Set(['msteams'])

const schema: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../schemas/adaptive-card.1.5.0.json', import.meta.url), 'utf8'),
)
// Draft-06, whose `id` and `$schema` this ajv takes for something else.
delete schema.id
delete schema.$schema
const ajv = new Ajv({ strict: false, validateFormats: false })
const validate = ajv.compile(schema)

/** A list that is searched: documented for version 1.5 and by Teams, and missing in the published schema. */
const written = (key: string, value: unknown) => (key === 'style' && value === 'filtered' ? 'compact' : value)

/** What the official Adaptive Card 1.5 schema says against a card; empty when it is valid. Teams' extensions are left out. */
export function cardFaults(card: object): string[] {
  const plain: unknown = JSON.parse(
    JSON.stringify(card, (key, value: unknown) => (OF_TEAMS.has(key) ? undefined : written(key, value))),
  )
  if (validate(plain)) return []
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  )
}
