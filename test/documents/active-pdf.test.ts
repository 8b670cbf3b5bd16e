import { readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DocumentRefused } from '../../src/documents/document-refused.ts'
import { examineFile } from '../../src/documents/intake/examine-file.ts'
import { LIMITS } from '../../src/documents/limits.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { makePdf } from './make-pdf.ts'

type Extras = Parameters<typeof makePdf>[1]
const page = [{ text: 'Điều 1. Một', x: 80, y: 600 }]
const deflated = (inside: Buffer) => ['/Filter /FlateDecode', deflateSync(inside)] as const

/** As what a file of one page with `extras` is read, or with which code it is refused. */
async function outcome(extras: Extras): Promise<string> {
  try {
    return (await readDocument({ name: 'cong-van.pdf', bytes: makePdf([page], extras) })).kind
  } catch (error) {
    if (error instanceof DocumentRefused) return error.code
    throw error
  }
}
const annotation = (entries: string) => ({ onPage: `/Annots [<< /Type /Annot /Rect [9 9 99 99] ${entries} >>]` })
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

const refused: readonly (readonly [what: string, extras: Extras, code: string])[] = [
  ['a script that runs when it is opened', { catalog: `/OpenAction ${script}` }, 'script'],
  ['such a script elsewhere', { catalog: '/OpenAction 8 0 R', more: [script] }, 'script'],
  ['one named in the document', { catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }, 'script'],
  ['one whose name is spelt otherwise', { catalog: '/OpenAction << /S /J#61vaScript /J#53 (x) >>' }, 'script'],
  [
    'one whose kind stands elsewhere',
    { ...annotation('/Subtype /Link /A << /S 8 0 R >>'), more: ['/JavaScript'] },
    'script',
  ],
  ['one that runs when a page is shown', { onPage: `/AA << /O ${script} >>` }, 'script'],
  [
    'one behind a place to begin at',
    { catalog: `/OpenAction << /S /GoTo /D [5 0 R /Fit] /Next ${script} >>` },
    'script',
  ],
  ['one behind a button', annotation(`/Subtype /Link /A ${script}`), 'script'],
  [
    'one that counts in a field',
    { catalog: `/AcroForm << /Fields [<< /FT /Tx /T (a) /AA << /C ${script} >> >>] >>` },
    'script',
  ],
  ['a form that is a program', { catalog: '/AcroForm << /Fields [] /XFA 8 0 R >>', more: ['(x)'] }, 'script'],
  ['a program that is started when it is opened', { catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' }, 'launch'],
  ['a program behind a link', annotation('/Subtype /Link /A << /S /Launch /Win << /F (cmd.exe) >> >>'), 'launch'],
  ['a page of the web that is opened', { catalog: '/OpenAction << /S /URI /URI (https://a.vn) >>' }, 'opens-by-itself'],
  [
    'a file of another machine that is opened',
    { onPage: '/AA 8 0 R', more: ['<< /O 9 0 R >>', '<< /S /GoToR /F (\\\\\\\\1.2.3.4\\\\a) /D [0 /Fit] >>'] },
    'opens-by-itself',
  ],
  [
    'what is sent when it is closed',
    { catalog: '/AA << /WC << /S /SubmitForm /F (https://a.vn) >> >>' },
    'opens-by-itself',
  ],
  [
    'what follows in a long row',
    {
      catalog: '/OpenAction 8 0 R',
      more: [
        ...Array.from({ length: 6 }, (_, at) => `<< /S /GoTo /D [5 0 R /Fit] /Next [${9 + at} 0 R] >>`),
        '<< /S /URI /URI (https://a.vn) >>',
      ],
    },
    'opens-by-itself',
  ],
  ['two kinds of one action', { catalog: '/OpenAction << /S /GoTo /S /URI /URI (https://a.vn) >>' }, 'opens-by-itself'],
  [
    'a file in the document',
    {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 8 0 R >> >>] >> >>',
      more: ['<< /Length 1 >>\nstream\nx\nendstream'],
    },
    'holds-files',
  ],
  ['a file pinned to a page', annotation('/Subtype /FileAttachment /FS << /F (a.exe) >>'), 'holds-files'],
  [
    'the document that it was made from',
    { trailer: '/AdditionalStreams [/application#2Fodt 8 0 R]', more: ['<< /Length 1 >>\nstream\nx\nendstream'] },
    'holds-files',
  ],
  ['a film', annotation('/Subtype /RichMedia /RichMediaContent << >>'), 'media'],
  ['a model', annotation('/Subtype /3D'), 'media'],
]

const taken: readonly (readonly [what: string, extras: Extras])[] = [
  ['nothing of the kind', {}],
  ['a place to begin at', { catalog: '/OpenAction [5 0 R /Fit]' }],
  ['a place by its name', { catalog: '/OpenAction (bat-dau)' }],
  [
    'a step to a page',
    { catalog: '/OpenAction 8 0 R', more: ['<< /Type /Action /S /GoTo /D [5 0 R /XYZ null null 0] >>'] },
  ],
  ['an address', annotation('/Subtype /Link /A << /S /URI /URI (https://chinhphu.vn) >>')],
  ['another document behind a link', annotation('/Subtype /Link /A << /S /GoToR /F (phu-luc.pdf) /D [0 /Fit] >>')],
  [
    'an empty list of files and of scripts',
    { catalog: '/Names << /EmbeddedFiles << /Names [] >> /JavaScript << /Names [] >> >>' },
  ],
  [
    'a signature',
    {
      catalog: '/AcroForm << /SigFlags 3 /Fields [8 0 R] >> /Perms << /DocMDP 9 0 R >> /DSS << /Certs [10 0 R] >>',
      onPage: '/Annots [8 0 R]',
      more: [
        '<< /Type /Annot /Subtype /Widget /FT /Sig /T (So1) /V 9 0 R /F 132 /Rect [9 9 99 99] /P 5 0 R >>',
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 10] /Contents <${'30'.repeat(300)}> /Name (UBND) /M (D:20200615080000+07'00') /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P 2 /V /1.2 >> >>] /Prop_Build << /App << /Name /VGCASign >> >> >>`,
        '<< /Length 9 >>\nstream\n/Launch x\nendstream',
      ],
    },
  ],
  ['a form to be filled in', { catalog: '/AcroForm << /Fields [<< /FT /Tx /T (ten) /V (An) >>] >>' }],
]

describe.each<[string, Extras]>([
  ['with its objects one after another', {}],
  ['with its objects packed', { packed: deflated }],
])('a PDF %s', (_, how) => {
  it.each(refused)('is refused for %s', async (_what, extras, code) => {
    expect(await outcome({ ...extras, ...how })).toBe(code)
  })

  it.each(taken)('is taken with %s', async (_what, extras) => {
    expect(await outcome({ ...extras, ...how })).toBe('pdf')
  })
})

it('a scan that nobody can read is looked into as well', async () => {
  const scan = (extras: Extras) => examineFile('ban-quet.pdf', makePdf([[]], extras))
  expect(await scan({ catalog: `/OpenAction ${script}` })).toEqual({ refused: 'script' })
  expect(await scan({})).toMatchObject({ kind: 'pdf' })
})

it('an earlier version of the file is looked into, and what no table names', async () => {
  const plain = Buffer.from(makePdf([page]))
  const hidden = Buffer.concat([plain, Buffer.from(`\n40 % x\n0 obj ${script} endobj\n`)])
  expect(await examineFile('a.pdf', hidden)).toEqual({ refused: 'script' })
})

it('objects that are packed so that nobody can say what they are are refused', async () => {
  const inside = { catalog: '/OpenAction [5 0 R /Fit]' }
  expect(await outcome({ ...inside, packed: (plain) => ['', plain] })).toBe('pdf')
  // Deflated without its head, and by hexadecimal digits.
  expect(await outcome({ ...inside, packed: (plain) => ['/Filter /FlateDecode', deflateRawSync(plain)] })).toBe(
    'hidden-objects',
  )
  const digits = (plain: Buffer) => ['/Filter /ASCIIHexDecode', Buffer.from(`${plain.toString('hex')}>`)] as const
  expect(await outcome({ ...inside, packed: digits })).toBe('hidden-objects')
})

it('packed objects that unpack without end are refused', async () => {
  const bomb = makePdf([page], { packed: (plain) => deflated(Buffer.concat([plain, Buffer.alloc(3_000_000, 32)])) })
  const limits = { ...LIMITS, partBytes: 1_000_000 }
  await expect(readDocument({ name: 'a.pdf', bytes: bomb }, limits)).rejects.toMatchObject({
    code: 'unpacks-too-large',
  })
  const two = Buffer.concat([bomb, bomb])
  const together = { ...LIMITS, unpackedBytes: 4_000_000 }
  await expect(readDocument({ name: 'a.pdf', bytes: two }, together)).rejects.toMatchObject({
    code: 'unpacks-too-large',
  })
})

it('objects that nobody closes are refused before each of them is read to the end', async () => {
  for (const begins of ['<<', '(', '<', '%', '['])
    await expect(
      readDocument({ name: 'a.pdf', bytes: Buffer.from(`%PDF-1.7\n${`1 0 obj ${begins} `.repeat(50_000)}`) }),
    ).rejects.toMatchObject({ code: begins === '<<' || begins === '[' ? 'broken' : 'too-complex' })
})

it('what LibreOffice writes is taken: a place to begin at, an address and an outline', async () => {
  const bytes = readFileSync(new URL('written-by-libreoffice.pdf', import.meta.url))
  expect(bytes.includes('/OpenAction')).toBe(true)
  expect(bytes.includes('/URI')).toBe(true)
  expect(await examineFile('du-thao.pdf', bytes)).toMatchObject({ kind: 'pdf' })
})
