import type { Intent } from '../../src/contract/intent.ts'
import type { Understanding } from '../../src/understand/understand.ts'
import { VOCABULARY } from './plan-vocabulary.ts'

/** An understanding in one line, for tables: `status.show ND-DLCN`, `opinion.type ND-DLCN disagree | Điều 5`. */
export function understood(understanding: Understanding): string {
  switch (understanding.kind) {
    case 'intent':
      return line(understanding.intent)
    case 'ask':
      return `ask ${understanding.about}: ${understanding.options.map((option) => line(option.intent)).join(', ')}`
    case 'missing':
      return `missing ${understanding.what} for ${understanding.verb}`
    case 'no-such-item':
      return [
        'no such item',
        understanding.item,
        ...understanding.options.map((each) => `| ${line(each.intent)}`),
      ].join(' ')
    case 'unknown':
      return 'unknown'
    case 'no-such-day':
      return `no such day ${understanding.typed}`
    default:
      return understanding satisfies never
  }
}

/** Of visits and teams it says what is what: `schedule.show team 3 from 2020-06-01 to 2020-06-30`, units by name. */
function line(intent: Intent): string {
  if (/^(?:schedule|visit\.|move\.|team\.|duty\.|overview|calendar\.)/.test(intent.kind)) return facts(intent)
  const { body, reason, ...rest } = { body: undefined, reason: undefined, ...intent }
  const words = body ?? reason
  return Object.values(rest).join(' ') + (words === undefined ? '' : ` | ${words}`)
}

function facts({ kind, ...others }: Intent): string {
  const { reason, ...rest } = { reason: undefined, ...others }
  const said = Object.entries(rest).map(([key, value]) => {
    if (value === true) return key
    const unit = key === 'unit' ? VOCABULARY.units.find((one) => one.id === value)?.name : undefined
    return key === 'number' ? `KT-${value}` : `${key} ${unit ?? value}`
  })
  return [kind, ...said, ...(reason === undefined ? [] : ['|', reason])].join(' ')
}
