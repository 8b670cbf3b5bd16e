import type { Texts } from '../texts/texts.ts'
import type { Suggestion, Vocabulary } from '../understand/result.ts'

/** What stands on the button of a suggestion. One without a label of its own does not compile. */
export function suggestionLabel(t: Texts, intent: Suggestion, { units, teams }: Vocabulary): string {
  switch (intent.kind) {
    case 'plan.show':
      return intent.quarter === undefined || intent.quarter === 'none'
        ? t.buttons.plan
        : t.buttons.quarter(intent.quarter)
    case 'status.show':
      return intent.item === undefined ? t.buttons.status : `${t.buttons.status}: ${intent.item}`
    case 'item.show':
      return intent.item
    case 'opinion.list':
      return t.buttons.mine
    case 'leave.list':
      return t.leave.listTitle
    case 'schedule.show': {
      const unit = units.find(({ id }) => id === intent.unit)
      const team = teams.find(({ key }) => key === intent.team)
      const whose = unit?.name ?? team?.name
      return whose === undefined ? t.schedule.title : `${t.schedule.title}: ${whose}`
    }
    case 'visit.show':
      return `KT-${intent.number}`
    case 'digest.show':
      return t.rehearse.kinds.digest
    default:
      return intent satisfies never
  }
}
