import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Intent } from '../../src/contract/intent.ts'
import { LOG_LINES } from '../support/log-lines.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/guards.md', import.meta.url)), 'utf8')
const section = page.slice(page.indexOf('## By intent')).split('\n## ')[0] ?? ''

test('each intent is in the list of guards: on a line of its own, or among those that read only', () => {
  const kinds = Intent.options.map((option) => option.shape.kind.value)
  const [table = '', readOnly = ''] = section.split('The other intents read only:')
  const lines = [...table.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, kind]) => kind)
  const others = [...readOnly.matchAll(/`([\w.]+)`/g)].map(([, kind]) => kind)
  expect([...lines, ...others].toSorted()).toEqual([...kinds].toSorted())
  const reading = kinds.filter((kind) => LOG_LINES[kind] === 'reads')
  expect(others.toSorted(), 'what reads only, by test/support/log-lines.ts').toEqual(reading.toSorted())
})
