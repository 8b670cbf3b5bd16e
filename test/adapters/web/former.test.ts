import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { presentName } from '../../../src/contract/former-intents.ts'
import { Intent } from '../../../src/contract/intent.ts'

type Kept = { readonly title: string; readonly opens: object; readonly base: object; readonly values: object }
type Drafts = (user: string) => {
  find(opens: object): Kept | undefined
  keep(draft: Kept): void
  all(): readonly Kept[]
}

const page = new URL('../../../adapters/web/page/', import.meta.url)
const { draftsOf }: { draftsOf: Drafts } = await import(new URL('form/drafts.js', page).href)
const { presentIntent }: { presentIntent(intent: object): { kind: string } } = await import(
  new URL('form/former.js', page).href
)

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** What opened a form once, and the choice of a language. */
const former = [
  'language',
  'round.start',
  'round.change',
  'opinion.edit',
  'comment.edit',
  'record.start',
  'ladder.edit',
  'leave.start',
  'delegation.start',
  'rehearse.start',
  'visit.edit',
  'visit.cancel',
  'visit.report',
  'move.ask',
  'move.refuse',
  'duty.edit',
  'duty.end',
  'access.start',
]

test.each(former)('the page calls %s by the name that the core gives it', (kind) => {
  expect(presentIntent({ kind, round: 'r' })).toEqual(presentName('pressed', { kind, round: 'r' }))
})

test('what the page knows by its former name opens a form still', () => {
  const kinds: readonly string[] = Intent.options.map(({ shape }) => shape.kind.value)
  const opens = kinds.filter((kind) => kind.endsWith('.form') || kind === 'language.set')
  // A form that came later never had another name.
  expect(opens).toEqual(expect.arrayContaining(former.map((kind) => presentIntent({ kind }).kind)))
})

test.each([{ kind: 'home.show' }, { kind: 'constructor' }])('%j stays as it is called', (intent) => {
  expect(presentIntent(intent)).toEqual(intent)
})

const round = '00000000-0000-4000-8000-000000000001'
const draft = (kind: string, body: string): Kept => ({
  title: 'Góp ý',
  opens: { kind, round },
  base: { body: '' },
  values: { body },
})

test('words that the page of the version before kept are found in the form as it is called today', () => {
  draftsOf('tv-btc').keep(draft('opinion.edit', 'Điều 5 chưa rõ'))
  draftsOf('tv-byt').keep(draft('opinion.edit', 'của người khác'))
  const drafts = draftsOf('tv-btc')
  expect(drafts.find({ kind: 'opinion.save.form', round })).toEqual(draft('opinion.save.form', 'Điều 5 chưa rõ'))
  expect(drafts.all()).toEqual([draft('opinion.save.form', 'Điều 5 chưa rõ')])
})

test('words kept under either name of a form are both there', () => {
  draftsOf('tv-btc').keep(draft('opinion.edit', 'trước'))
  draftsOf('tv-btc')
  localStorage.setItem(
    `dondoc.unsent.tv-btc.${JSON.stringify({ kind: 'opinion.edit', round })}`,
    JSON.stringify(draft('opinion.edit', 'nữa')),
  )
  const drafts = draftsOf('tv-btc')
  expect(drafts.find({ kind: 'opinion.save.form', round })?.values).toEqual({ body: 'trước' })
  expect(drafts.all().map(({ values }) => values)).toEqual([{ body: 'trước' }, { body: 'nữa' }])
})

test('what another program left in the place of words harms nothing', () => {
  localStorage.setItem('dondoc.unsent.tv-btc.{1', 'null')
  localStorage.setItem('dondoc.unsent.tv-btc.{2', '{"title":')
  localStorage.setItem('dondoc.unsent.tv-btc.{3', '{"title":"Góp ý"}')
  expect(draftsOf('tv-btc').all()).toEqual([])
})

/** What a browser keeps: an entry is a property of its own. */
function storage() {
  const kept: Record<string, string> = {}
  return Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: {
      value: (key: string, value: string) => {
        kept[key] = value
      },
    },
    removeItem: {
      value: (key: string) => {
        delete kept[key]
      },
    },
  })
}
