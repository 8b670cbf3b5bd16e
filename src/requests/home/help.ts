import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { textsFor } from '../../texts/texts.ts'

/** What can be typed, by role. */
export const showHelp: UseCase<IntentOf<'help.show'>> = async (ctx) => ({
  reply: { kind: 'message', message: helpMessage(ctx) },
})

/** The same, for when a sentence was not understood: nothing was done, and here is what comes nearest. */
export function helpMessage(ctx: Pick<Context, 'texts' | 'actor'>, first: readonly Block[] = []): Message {
  const { help, buttons } = ctx.texts
  const { roles } = ctx.actor
  const part = (heading: string, items: readonly string[]): readonly Block[] => [
    { kind: 'text', text: heading, tone: 'strong' },
    { kind: 'list', items },
  ]
  const ways: readonly Button[] = [
    { label: buttons.home, intent: { kind: 'home.show' } },
    { label: buttons.plan, intent: { kind: 'plan.show' } },
    { label: buttons.status, intent: { kind: 'status.show' } },
  ]
  const brings = roles.has('coordinator') || roles.has('drafter')
  const { files: sent } = help
  const files = [
    ...(brings ? [sent.draft] : []),
    ...(roles.has('member') ? [sent.letter] : []),
    ...(roles.has('coordinator') ? [sent.source] : []),
    ...(brings && !roles.has('member') ? [sent.read] : []),
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
      ...(files.length === 0 ? [] : part(help.forFiles, files)),
      { kind: 'buttons', buttons: ways },
    ],
  }
}

/** Sets the actor's language, here and in everything sent to them. */
export const setLanguage: UseCase<IntentOf<'language.set'>> = async (ctx, intent) => {
  const { help } = textsFor(intent.locale)
  const message = helpMessage({ ...ctx, texts: textsFor(intent.locale) }, [
    { kind: 'text', text: help.languageSet, tone: 'strong' },
  ])
  return {
    reply: { kind: 'message', message: { ...message, text: help.languageSet } },
    writes: [
      ctx.db.person.update({ where: { id: ctx.actor.id }, data: { locale: intent.locale }, select: { id: true } }),
    ],
    rests: [],
  }
}
