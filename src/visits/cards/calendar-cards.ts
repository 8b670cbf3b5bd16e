import type { Context } from '../../context.ts'
import type { Block, Choice, Item, Message } from '../../contract/message.ts'
import { choiceOf } from '../../conversation/choices.ts'

export type Link = {
  readonly id: string
  readonly personId: string
  readonly createdAt: Date
  readonly person: { readonly name: string }
  readonly team: { readonly name: string } | null
}

type Team = { readonly key: string; readonly name: string }

/** What a link shows, in a few words. */
export const nameOf = ({ texts: t }: Pick<Context, 'texts'>, team: { readonly name: string } | null): string =>
  team === null ? t.calendarLink.mine : t.calendarLink.team(t.called(team.name))

/** The addresses in force, each with the button that ends it; `more` are not listed; `teams`: for which one can be made. */
export function linksCard(
  ctx: Pick<Context, 'texts' | 'actor' | 'zone'>,
  links: readonly Link[],
  { more, teams, said }: { readonly more: number; readonly teams: readonly Team[]; readonly said?: string },
): Message {
  const { texts: t, actor, zone } = ctx
  const items = links.map((link): Item => {
    const what = nameOf(ctx, link.team)
    const row = link.personId === actor.id ? what : `${link.person.name}, ${what}`
    return {
      text: t.calendarLink.line(row, t.moment(link.createdAt, zone)),
      own: { row, buttons: [{ label: t.calendarLink.revoke, intent: { kind: 'calendar.revoke', link: link.id } }] },
    }
  })
  const makes: Choice['options'] = [
    { label: t.calendarLink.makeMine, intent: { kind: 'calendar.make' } },
    ...teams.map(
      (team) =>
        ({
          label: t.calendarLink.makeTeam(t.called(team.name)),
          intent: { kind: 'calendar.make', team: team.key },
        }) as const,
    ),
  ]
  return {
    text: said ?? t.calendarLink.title,
    title: t.calendarLink.title,
    blocks: [
      ...(said === undefined ? [] : [{ kind: 'text', text: said, tone: 'strong' } as const]),
      links.length === 0 ? { kind: 'text', text: t.calendarLink.none } : { kind: 'list', items },
      ...(more === 0 ? [] : [{ kind: 'text', text: t.calendarLink.more(more), tone: 'subtle' } as const]),
      { kind: 'text', text: t.calendarLink.intro, tone: 'subtle' },
      ...choiceOf(t, t.choices.link, makes),
    ],
  }
}

/** A new address, shown this once, with how calendar programs take it. */
export function madeCard({ texts: t }: Pick<Context, 'texts'>, what: string, url: string): Message {
  const text = t.calendarLink.made(what)
  const facts = [
    { label: t.calendarLink.address, value: url },
    { label: t.calendarLink.webcal, value: url.replace(/^https?:/, 'webcal:') },
  ]
  return {
    text,
    title: t.calendarLink.title,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      { kind: 'facts', facts },
      { kind: 'text', text: `${t.calendarLink.howOutlook}\n${t.calendarLink.howApple}` },
      { kind: 'text', text: t.calendarLink.intro, tone: 'subtle' },
      {
        kind: 'buttons',
        buttons: [
          ...(isOpenable(url) ? [{ label: t.calendarLink.open, url }] : []),
          { label: t.calendarLink.title, intent: { kind: 'calendar.list' } },
        ],
      },
    ],
  }
}

/**
 * A file of visits. `url`: from where it can be fetched until then; `told`: in a redelivery it is not told again;
 * `attached`: there is no link; `nowhere`: nor is it attached, being too large.
 */
export function fileCard(
  { texts: t, zone }: Pick<Context, 'texts' | 'zone'>,
  { count, total }: { readonly count: number; readonly total: number },
  way: { readonly url: string; readonly until: Date } | 'told' | 'attached' | 'nowhere',
): Message {
  const text = t.calendarLink.file(count)
  const cut: readonly Block[] =
    count === total ? [] : [{ kind: 'text', text: t.calendarLink.fileCut(count, total), tone: 'warning' }]
  if (way === 'nowhere') {
    const words = t.calendarLink.fileTooLarge(count)
    return { text: words, blocks: [{ kind: 'text', text: words, tone: 'warning' }] }
  }
  if (way === 'attached') return { text, blocks: [{ kind: 'text', text }, ...cut] }
  if (way === 'told')
    return {
      text,
      blocks: [{ kind: 'text', text }, ...cut, { kind: 'text', text: t.calendarLink.fileAgain, tone: 'subtle' }],
    }
  const { url, until } = way
  const link: Block = isOpenable(url)
    ? { kind: 'buttons', buttons: [{ label: t.calendarLink.fileButton, url }] }
    : { kind: 'facts', facts: [{ label: t.calendarLink.address, value: url }] }
  const untilThen = t.calendarLink.fileUntil(t.moment(until, zone))
  return {
    text,
    blocks: [{ kind: 'text', text }, ...cut, link, { kind: 'text', text: untilThen, tone: 'subtle' }],
  }
}

/** Whether a browser opens it without a warning: https, or this very machine. */
const isOpenable = (url: string): boolean =>
  /^(https:\/\/|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/])/.test(url)
