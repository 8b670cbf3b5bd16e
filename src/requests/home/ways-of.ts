import type { Context } from '../../context.ts'
import type { Block, Button } from '../../contract/message.ts'
import { openPageButton } from '../../conversation/open-page.ts'

/**
 * The ways onward from the first page in three groups: what people with these roles do most, what everybody looks up, and
 * what is about oneself. Each way stands once, in the first group that wants it.
 */
export function waysOf({ texts: t, actor: { roles } }: Pick<Context, 'texts' | 'actor'>): readonly Block[] {
  const mine: Button = { label: t.buttons.mine, intent: { kind: 'opinion.list' } }
  const open: Button = { label: t.buttons.openRound, intent: { kind: 'round.propose.form' } }
  const status: Button = { label: t.buttons.status, intent: { kind: 'status.show' } }
  const plan: Button = { label: t.buttons.plan, intent: { kind: 'plan.show' } }
  const schedule: Button = { label: t.schedule.button, intent: { kind: 'schedule.show' } }
  const teams: Button = { label: t.teams.button, intent: { kind: 'team.show' } }
  const access: Button = { label: t.buttons.access, intent: { kind: 'access.make.form' } }
  const most = [
    ...(roles.has('member') ? [mine] : []),
    ...(roles.has('coordinator') ? [open, status, schedule] : []),
    ...(roles.has('chair') || roles.has('drafter') ? [status] : []),
    ...(roles.has('team') ? [schedule] : []),
    ...(roles.has('member') || roles.has('drafter') ? [plan] : []),
  ]
  const others = [plan, status, schedule, teams].filter((way) => !most.includes(way))
  const own: readonly Button[] = [
    openPageButton(t, { page: 'today' }),
    { label: t.leave.button, intent: { kind: 'leave.list' } },
    { label: t.delegation.button, intent: { kind: 'delegation.list' } },
    ...(roles.has('coordinator') ? [access] : []),
    { label: t.buttons.help, intent: { kind: 'help.show' } },
    { label: t.buttons.language, intent: { kind: 'language.set', locale: t.locale === 'vi' ? 'en' : 'vi' } },
  ]
  const groups = [
    { label: t.home.most, buttons: [...new Set(most)] },
    { label: t.home.others, buttons: others },
    { label: t.home.own, buttons: own },
  ]
  return groups.flatMap(({ label, buttons }) => (buttons.length === 0 ? [] : [{ kind: 'buttons', label, buttons }]))
}
