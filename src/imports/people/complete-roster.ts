import type { Role } from '../../people/actor.ts'
import { fold } from '../../texts/fold.ts'
import type { Doubtful } from '../sheets/doubts.ts'
import type { Reading } from '../sheets/reading.ts'
import type { Problem } from '../sheets/report.ts'
import type { Sheet, SheetRow } from '../sheets/sheet.ts'
import { withoutUnseen } from '../sheets/texts.ts'

type Stored = {
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  readonly email: string | null
}

/** The roster with one role for everybody, where it has no such column and somebody has said which. */
export function withRole(sheet: Sheet, role: Role | undefined): Sheet {
  if (role === undefined || sheet.columns.includes('role')) return sheet
  return withColumn(sheet, 'role', () => role, `--role ${role}`)
}

const addresses = (cell: string) => cell.split(/[;,\s|]+/u).filter((one) => one !== '')

/** Cells with several addresses: the first is taken where somebody says so, and the others are told of. */
export function withOneEmail(sheet: Sheet): { readonly sheet: Sheet; readonly doubts: readonly Doubtful[] } {
  const doubts: Doubtful[] = []
  const rows = sheet.rows.map((row): SheetRow => {
    const { email = '' } = row.cells
    const [first = '', ...others] = addresses(withoutUnseen(email))
    if (others.length === 0 || ![first, ...others].every((one) => one.includes('@'))) return row
    const reason = `holds ${others.length + 1} e-mail addresses, of which only the first counts (${first})`
    doubts.push({ row: row.number, column: 'email', value: email, reason, doubt: 'email' })
    return { ...row, cells: { ...row.cells, email: first } }
  })
  return { sheet: doubts.length === 0 ? sheet : { ...sheet, rows }, doubts }
}

/**
 * The roster with a key for everybody, where it has no such column: that of the person who has the row's e-mail address,
 * else one made of the address (`a@btc.gov.vn` is `a.btc`), the same each time. Never by the name alone: whose name and
 * organisation are known under another address may be the same person, and that is asked.
 */
export function withKeys(sheet: Sheet, stored: readonly Stored[]): Sheet {
  if (sheet.columns.includes('key')) return sheet
  const byEmail = Map.groupBy(stored, ({ email }) => email)
  const byKey = new Map(stored.map((person) => [person.key, person]))
  const called = (name: string, organisation: string | null) => JSON.stringify([fold(name), fold(organisation ?? '')])
  const byName = new Map(stored.map((person) => [called(person.name, person.organisation), person]))
  const faults: Problem[] = []
  const keyOf = ({ number, cells }: SheetRow): string => {
    const email = withoutUnseen(cells.email ?? '')
      .trim()
      .toLowerCase()
    const say = (column: string, reason: string) => {
      faults.push({ row: number, column, ...(cells[column] ? { value: cells[column] } : {}), reason })
      return ''
    }
    const [known, ...others] = email === '' ? [] : (byEmail.get(email) ?? [])
    if (known !== undefined && others.length === 0) return known.key
    if (known !== undefined) return say('email', `is the address of several people; ${askKey}`)
    const alike = byName.get(called(cells.name ?? '', cells.organisation ?? null))
    if (alike !== undefined) return say('name', `may be "${alike.key}", of the same name and organisation; ${askKey}`)
    if (email === '') return say('name', `has no key, and no e-mail address that one could be made of; ${askKey}`)
    const [, local = '', domain = ''] = /^([^@\s,]+)@([^@.\s,]+)/.exec(email) ?? []
    if (local === '') return say('email', 'is not an e-mail address')
    const made = `${local}.${domain}`
    return byKey.has(made) ? say('email', `would be "${made}", who has another address; ${askKey}`) : made
  }
  const full = withColumn(sheet, 'key', keyOf, 'the e-mail address')
  return faults.length === 0 ? full : { ...full, faults: [...(full.faults ?? []), ...faults] }
}

const askKey = 'add a column "Mã" (key) and write the key'

function withColumn(sheet: Sheet, column: string, cell: (row: SheetRow) => string, from: string): Sheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: { ...row.cells, [column]: cell(row) } }))
  const example = rows.map(({ cells }) => cells[column] ?? '').find((text) => text !== '')
  const reading: Reading = { heading: from, at: '-', column, ...(example === undefined ? {} : { example }) }
  return { ...sheet, columns: [...sheet.columns, column], rows, readings: [...(sheet.readings ?? []), reading] }
}
