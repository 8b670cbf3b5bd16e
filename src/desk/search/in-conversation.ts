import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'
import type { Line, Section } from '../../contract/page.ts'
import { excerpt } from '../../opinions/words.ts'
import { group, most } from './group.ts'

/** Of what was said and answered, in characters: a row of a few lines. */
const longest = 300

/**
 * What the reader themselves said and was answered, the newest first: by the words that were kept to be searched. Messages
 * that were sent to them are found in the conversation's own box: their words are made anew each time, which is too much
 * for each letter that is typed.
 */
export async function foundInConversation(ctx: Context, words: string): Promise<readonly Section[]> {
  const { texts: t, db, actor, zone } = ctx
  const where = {
    personId: actor.id,
    account: { personId: actor.id },
    OR: [{ saidFolded: { contains: words } }, { replyFolded: { contains: words } }],
  }
  const rows = await db.turn.findMany({
    where,
    orderBy: [{ at: 'desc' }, { delivery: 'desc' }],
    take: most + 1,
    select: { at: true, said: true, reply: true },
  })
  const total = rows.length > most ? await db.turn.count({ where }) : rows.length
  const lines = rows.slice(0, most).map(({ at, said, reply }): Line => {
    // Written by us alone, so it is read back as it is.
    const answer: Message | undefined = reply === null ? undefined : JSON.parse(reply)
    const text = excerpt(said ?? answer?.text ?? '', longest)
    return {
      name: text,
      text,
      small: [t.moment(at, zone), ...(said === null || answer === undefined ? [] : [excerpt(answer.text, longest)])],
    }
  })
  return group(ctx, { id: 'conversation', title: t.desk.search.conversation, total, lines })
}
