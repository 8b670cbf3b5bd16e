import { quarterOf } from '../calendar/quarters.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import type { Block, Button, Item, Message } from '../contract/message.ts'
import { readVocabulary } from '../conversation/vocabulary.ts'
import { may } from '../people/may.ts'
import { peopleCalled, peopleWithRole } from '../people/members.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import type { Vocabulary } from '../understand/result.ts'
import { understand } from '../understand/understand.ts'

/** What can be typed, by role. */
export const showHelp: UseCase<IntentOf<'help.show'>> = async (ctx) => ({
  reply: { kind: 'message', message: await helpMessage(ctx) },
})

/**
 * What can be typed, by role: what it does, beside a button that is called what is typed; `first` stands above it. An example is
 * of what there is: an item, a team, a unit of this committee. One that needs what there is none of is left out.
 */
export async function helpMessage(ctx: Context, first: readonly Block[] = []): Promise<Message> {
  const { help, buttons } = ctx.texts
  const { roles } = ctx.actor
  const [vocabulary, open] = await Promise.all([readVocabulary(ctx), openItems(ctx)])
  const names = await readNames(ctx, vocabulary.year)
  const words = wordsOf(ctx, vocabulary, open, names)
  const part = (heading: string, examples: Texts['help']['everyone']): readonly Block[] => {
    const shown = examples.flatMap(([say, does]) => {
      const said = filledIn(say, words)
      const understood = said === undefined ? undefined : understand(said, vocabulary)
      if (said === undefined || understood?.kind !== 'intent' || !may(ctx.actor, understood.intent.kind)) return []
      const button: Button = { label: said, intent: understood.intent }
      return [{ text: does, own: { row: does, buttons: [button] } }]
    })
    if (shown.length === 0) return []
    return [
      { kind: 'text', text: heading, tone: 'strong' },
      { kind: 'list', items: shown },
    ]
  }
  const ways: readonly Button[] = [
    { label: buttons.home, intent: { kind: 'home.show' } },
    { label: buttons.plan, intent: { kind: 'plan.show' } },
    { label: buttons.status, intent: { kind: 'status.show' } },
  ]
  return {
    text: help.summary,
    title: help.title,
    blocks: [
      ...first,
      { kind: 'text', text: help.intro },
      ...part(help.forEveryone, help.everyone),
      ...(roles.has('member') ? part(help.forMembers, help.member) : []),
      ...(roles.has('team') ? part(help.forTeams, help.team) : []),
      ...(roles.has('coordinator') ? part(help.forCoordinators, help.coordinator) : []),
      ...inFull(ctx, words, vocabulary),
      ...aboutFiles(ctx),
      { kind: 'buttons', buttons: ways },
    ],
  }
}

/** Whole sentences, with days and reasons, to be pressed like the others where they lead to something to look at first. */
function inFull(ctx: Context, words: Words, vocabulary: Vocabulary): readonly Block[] {
  const { help } = ctx.texts
  const items = (['member', 'team', 'coordinator'] as const)
    .flatMap((role) => (ctx.actor.roles.has(role) ? help.inFull[role] : []))
    .flatMap(([say, does]): readonly Item[] => {
      const said = filledIn(say, words)
      if (said === undefined) return []
      const meant = does === undefined ? undefined : understand(said, vocabulary)
      if (does === undefined || meant?.kind !== 'intent' || !may(ctx.actor, meant.intent.kind)) return [said]
      return [{ text: does, own: { row: does, buttons: [{ label: said, intent: meant.intent }] } }]
    })
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: help.forInFull, tone: 'strong' },
        { kind: 'list', items },
      ]
}

function aboutFiles({ texts: { help }, actor: { roles } }: Context): readonly Block[] {
  const brings = roles.has('coordinator') || roles.has('drafter')
  const { files: sent } = help
  const items = [
    ...(brings ? [sent.draft] : []),
    ...(roles.has('member') ? [sent.letter] : []),
    ...(roles.has('coordinator') ? [sent.source] : []),
    ...(brings && !roles.has('member') ? [sent.read] : []),
  ]
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: help.forFiles, tone: 'strong' },
        { kind: 'list', items },
      ]
}

/** What stands for the names in an example; undefined where there is none. */
type Words = Readonly<Record<string, string | undefined>>

function wordsOf(
  { texts, now, zone }: Context,
  { items, teams }: Vocabulary,
  open: readonly string[],
  { unit, body }: Names,
): Words {
  const quarter = texts.quarter(quarterOf(dayIn(now, zone)))
  return {
    item: open[0] ?? items[0]?.key,
    free: items.find(({ key }) => !open.includes(key))?.key,
    team: teams[0]?.key,
    unit: unit === undefined ? undefined : texts.called(unit),
    body: body === undefined ? undefined : texts.called(body),
    quarter,
  }
}

type Names = { readonly unit: string | undefined; readonly body: string | undefined }

/** A unit of the year's plan, and a body that has one member: not one of another year, nor one that nobody speaks for. */
async function readNames(ctx: Context, year: number): Promise<Names> {
  const [unit, members] = await Promise.all([
    ctx.db.planUnit.findFirst({
      where: { plan: { year } },
      orderBy: { position: 'asc' },
      select: { unit: { select: { name: true } } },
    }),
    peopleWithRole(ctx, 'member'),
  ])
  const called = peopleCalled(members)
  const bodies = members.flatMap(({ organisation }) => organisation ?? [])
  return { unit: unit?.unit.name, body: bodies.find((body) => called(body).length === 1) }
}

/** The items with an open round, nearest deadline first. */
async function openItems({ db }: Context): Promise<readonly string[]> {
  const rounds = await db.round.findMany({
    where: { state: 'open' },
    orderBy: { dueAt: 'asc' },
    select: { item: { select: { key: true } } },
  })
  return rounds.map(({ item }) => item.key)
}

/** An example with names for `{item}` and the like; undefined where one of them is missing. */
function filledIn(say: string, words: Words): string | undefined {
  const names = [...say.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => words[name] === undefined)) return undefined
  return say.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
}

/** Sets the actor's language, here and in everything sent to them. */
export const setLanguage: UseCase<IntentOf<'language.set'>> = async (ctx, intent) => {
  const texts = textsFor(intent.locale)
  const { help } = texts
  const message = await helpMessage({ ...ctx, texts }, [{ kind: 'text', text: help.languageSet, tone: 'strong' }])
  return {
    reply: { kind: 'message', message: { ...message, text: help.languageSet } },
    writes: [
      ctx.db.person.update({ where: { id: ctx.actor.id }, data: { locale: intent.locale }, select: { id: true } }),
    ],
    rests: [],
  }
}
