import type { Context } from '../../context.ts'
import type { LogLine } from './read-events.ts'

type Entry = { readonly at: Date; readonly text: string; readonly small?: string }

/** A line of the log in words; nothing for what there are no words for. `nameOf`: of a person's key. */
export function logWords(
  { texts: t, zone }: Context,
  { at, actor, deed, facts }: LogLine,
  nameOf: (key: string) => string | undefined,
): readonly Entry[] {
  const words = t.desk.round.events
  const by = nameOf(actor)
  const said = String(facts['due'] ?? '')
  const due = said === '' ? '' : t.deadline(new Date(said), zone)
  const number = (name: string) => Number(facts[name] ?? 0)
  const named = (name: string) => nameOf(String(facts[name] ?? '')) ?? String(facts[name] ?? '')
  // What follows is set apart by a semicolon: the full stop of the sentence would stand before it.
  const reason = typeof facts['reason'] === 'string' ? facts['reason'].replace(/(?<!\.)\.$/u, '') : undefined
  const because = reason === undefined ? [] : [words.because(reason)]
  const entry = (text: string, small: readonly string[] = []): readonly Entry[] => {
    const more = [...small, ...(by === undefined ? [] : [by])]
    return [{ at, text, ...(more.length === 0 ? {} : { small: more.join('; ') }) }]
  }
  switch (deed) {
    case 'round.open':
      return entry(words.opened(number('asked')), [t.home.due(due)])
    case 'round.extend':
      return entry(words.extended(due), because)
    case 'round.reopen':
      return entry(words.reopened(due), because)
    case 'round.close':
      return entry(words.closed, because)
    case 'round.withdraw':
      return entry(words.withdrawn, because)
    case 'round.settle':
      return entry(words.settled)
    case 'round.due':
      return entry(words.due)
    case 'seat.hand-over':
      return entry(words.handedOver(named('to'), named('from')))
    case 'ladder.save':
      return entry(words.ladder)
    case 'answer.due':
      return entry(words.answersDue(due))
    case 'answer.object':
      return entry(words.objected)
    case 'answer.settle':
      return entry(words.answersSettled(number('settled')))
    case 'answer.return':
      return entry(words.answerReturned)
    case 'answer.publish':
      return entry(words.published(number('answers'), number('authors')))
    default:
      return []
  }
}
