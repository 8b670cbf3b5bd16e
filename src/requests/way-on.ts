import type { Context } from '../context.ts'
import type { Button } from '../contract/message.ts'
import type { RefusalCode } from '../contract/refusal.ts'
import { may } from '../people/may.ts'
import { type SaidIntent, suggestionLabel } from './suggestion-label.ts'

/** Where whoever is refused so finds what there is instead. The words name it as it is typed, for a form that stays open. */
export const waysOn: Partial<Record<RefusalCode, SaidIntent>> = {
  'no-such-item': { kind: 'plan.show' },
  'no-such-round': { kind: 'status.show' },
  'no-such-proposal': { kind: 'status.show' },
  'no-such-draft': { kind: 'status.show' },
  'no-such-leave': { kind: 'leave.list' },
  'leave-of-another': { kind: 'leave.save.form' },
  'no-such-delegation': { kind: 'delegation.list' },
  'no-such-team': { kind: 'team.show' },
  'no-such-duty': { kind: 'team.show' },
  'no-such-unit': { kind: 'schedule.show' },
  'no-such-visit': { kind: 'schedule.show' },
  'no-such-request': { kind: 'schedule.show' },
  'visit-cancelled': { kind: 'schedule.show' },
  'no-such-link': { kind: 'calendar.list' },
}

/** The button that goes there, for whoever may. */
export function wayOn({ actor, texts }: Pick<Context, 'actor' | 'texts'>, code: RefusalCode): readonly Button[] {
  const intent = waysOn[code]
  if (intent === undefined || !may(actor, intent.kind)) return []
  return [{ label: suggestionLabel(texts, intent, { units: [], teams: [] }), intent }]
}
