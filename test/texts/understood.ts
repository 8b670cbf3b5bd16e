import type { Intent } from '../../src/contract/intent.ts'
import type { Understanding } from '../../src/texts/understand.ts'

/** An understanding in one line, for tables: `status ND-DLCN`, `opinion.typed ND-DLCN disagree | Điều 5`. */
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
    default:
      return understanding satisfies never
  }
}

function line(intent: Intent): string {
  const { body, reason, ...rest } = { body: undefined, reason: undefined, ...intent }
  const words = body ?? reason
  return Object.values(rest).join(' ') + (words === undefined ? '' : ` | ${words}`)
}
