import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { scripts, styles } from '../../../adapters/web/files.ts'
import { createWeb } from '../../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(() => served?.stop())

const page = new URL('../../../adapters/web/page/', import.meta.url)
const sheet = (name: string) => readFileSync(new URL(`style/${name}`, page), 'utf8')
/** What a browser makes of a sheet; a comment may name a colour. */
const rules = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')
const layers = ['reset', 'tokens', 'base', 'parts', 'print']

/** Those of CSS Color 4, but for the system's, which whoever has chosen colours of their own sees. */
const named =
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen
  darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
  darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite
  forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory
  khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
  lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime
  limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
  mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
  olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
  powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
  slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke
  yellow yellowgreen`.split(/\s+/)
const colour = new RegExp(
  `#[\\da-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\\(|(?<![-\\w])(?:${named.join('|')})(?![-\\w(])`,
  'gi',
)

/** The colours that stand in the values of a sheet; a class may be called like one. */
const coloursIn = (text: string) =>
  [...rules(text).matchAll(/[-\w]+\s*:\s*([^;{}]+)(?=[;}])/g)].flatMap(([, value = '']) => value.match(colour) ?? [])

/** The custom properties that a text gives a value, and those that it asks for. */
const given = (text: string) => [...rules(text).matchAll(/(?<=[\s{;])(--[\w-]+)\s*:/g)].map(([, name = '']) => name)
const asked = (text: string) => [...rules(text).matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)

it('every sheet of the page is served, in one answer and in the order of the layers', async () => {
  expect([...styles].toSorted()).toEqual(readdirSync(new URL('style/', page)).toSorted())
  served = await serveRoutes(
    createWeb({ signIn: async () => undefined, locale: 'vi' }),
    fakeHost(() => ({ kind: 'none' })),
  )
  const tab = webTab(served.origin)
  const got = await tab.get('/web/style.css')
  expect(got.text).toBe(styles.map(sheet).join(''))
  expect(rules(got.text).trim()).toMatch(new RegExp(`^@layer ${layers.join(', ')};`))
  const again = await tab.get('/web/style.css', { 'if-none-match': got.headers.get('etag') ?? '' })
  expect([again.status, again.text]).toEqual([304, ''])
})

it.each(styles)('%s is read in one sitting, and all its rules are in a layer', (name) => {
  const text = sheet(name)
  expect(text.split('\n').length).toBeLessThanOrEqual(300)
  const outermost = [...rules(text).matchAll(/^[^\s}].*[{;]$/gm)].map(([line]) => line)
  const inLayers = outermost.filter((line) => layers.some((layer) => line === `@layer ${layer} {`))
  const others = outermost.filter((line) => !inLayers.includes(line))
  // The page of paper is no rule for an element, and the order of the layers stands before them.
  expect(others.filter((line) => !/^@layer [\w, ]+;$|^@media print \{$/.test(line))).toEqual([])
  expect(inLayers).not.toEqual([])
})

it.each(styles.filter((name) => name !== 'tokens.css'))('%s names its colours, and gives none', (name) => {
  expect(coloursIn(sheet(name))).toEqual([])
})

it('every value that is named has a name, and is one for light and dark alike', () => {
  const known = new Set(styles.flatMap((name) => given(sheet(name))))
  for (const name of scripts)
    for (const [, told = ''] of readFileSync(new URL(name, page), 'utf8').matchAll(/'(--[\w-]+)'/g)) known.add(told)
  expect(styles.flatMap((name) => asked(sheet(name))).filter((name) => !known.has(name))).toEqual([])
  expect(sheet('tokens.css')).not.toContain('prefers-color-scheme')
})

it.each([
  'a { color: #fff }',
  'a { border: 1px solid\n    rgb(0 0 0 / 10%); }',
  'a { background: White }',
  'a { --c: oklch(60% 0.1 20); }',
  'a {\n  &:hover {\n    color: light-dark(red, var(--ink));\n  }\n}',
])('a colour would be seen in %s', (text) => {
  expect(coloursIn(text)).not.toEqual([])
})

it.each([
  '.red, .tan:hover { color: var(--red); white-space: nowrap }',
  'a { background: color-mix(in srgb, var(--agree) 18%, transparent); outline: 2px solid Highlight }',
  '/* color: red; */ a { color: currentColor }',
])('a name is no colour: %s', (text) => {
  expect(coloursIn(text)).toEqual([])
})
