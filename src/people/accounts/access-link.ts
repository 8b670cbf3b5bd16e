import { record } from '../../audit/record.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { peopleEntries, personColumns, personEntry } from '../../conversation/picking/directories.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import { readPick } from '../../conversation/picking/read-pick.ts'
import type { Db, Write } from '../../database/db.ts'
import { personAlone, type Rest } from '../../database/rests.ts'
import { hashOfToken, newToken } from './link-token.ts'
import { publicAddress } from './public-address.ts'

/** How long an access link works, in days: a round's length, so that it need not be made twice. */
const validDays = 30
const dayMs = 86_400_000

/** A new access link's token with the writes that make it valid and every older one of that person void. */
export function newAccessLink(
  ctx: Pick<Context, 'db' | 'now'>,
  person: { readonly id: string; readonly key: string },
  by: { readonly id: string | null; readonly key: string },
): {
  readonly token: string
  readonly expiresAt: Date
  readonly writes: readonly Write[]
  readonly rests: readonly Rest[]
} {
  const { db, now } = ctx
  const token = newToken()
  const expiresAt = new Date(now.getTime() + validDays * dayMs)
  return {
    token,
    expiresAt,
    writes: [
      db.login.updateMany({ where: { personId: person.id, revokedAt: null }, data: { revokedAt: now } }),
      db.login.create({
        data: { tokenHash: hashOfToken(token), personId: person.id, madeById: by.id, createdAt: now, expiresAt },
        select: { tokenHash: true },
      }),
      record(db, {
        at: now,
        actor: by.key,
        deed: 'access.make',
        subject: person.key,
        facts: { until: expiresAt.toISOString() },
      }),
    ],
    // Of two links made at the same moment the second must find the first, to make it void.
    rests: [personAlone(person.id)],
  }
}

/** Who enters with this token: the person's address in the web chat; undefined when it is unknown, void or too old. */
export async function signIn(db: Db, token: string, now: Date): Promise<{ user: string; name: string } | undefined> {
  const login = await db.login.findUnique({
    where: { tokenHash: hashOfToken(token), revokedAt: null, expiresAt: { gt: now } },
    select: { person: { select: { key: true, name: true } } },
  })
  return login === null ? undefined : { user: login.person.key, name: login.person.name }
}

/** The form that asks for whom; somebody may be picked already. */
export const startAccess: UseCase<IntentOf<'access.make.form'>> = async ({ texts, db }, { person: id }) => {
  const person = id === undefined ? null : await db.person.findUnique({ where: { id }, select: personColumns })
  if (id !== undefined && person === null) throw new Refusal('no-such-person', { person: id })
  const value = person === null ? [] : [personEntry(person)]
  return {
    reply: {
      kind: 'form',
      form: {
        title: texts.access.formTitle,
        submit: texts.access.formSubmit,
        intent: { kind: 'access.make' },
        opens: { kind: 'access.make.form', ...(id === undefined ? {} : { person: id }) },
        fields: [pickField({ texts }, { name: 'person', label: texts.access.person, from: 'people', value })],
      },
    },
  }
}

/** Makes the link and shows it once; what is stored is its hash. */
export const makeAccess: UseCase<IntentOf<'access.make'>> = async (ctx, _intent, values) => {
  const { texts: t, actor } = ctx
  const form = readForm(values, t)
  const found = readPick(ctx, form, 'person', await peopleEntries(ctx))
  form.check()
  const person =
    found && (await ctx.db.person.findUnique({ where: { id: found.id }, select: { id: true, key: true, name: true } }))
  if (person == null) throw new Refusal('no-such-person', { person: found?.called[0] ?? '' })
  const address = await publicAddress(ctx, person.id)
  const { token, expiresAt, writes, rests } = newAccessLink(ctx, person, actor)
  const text = t.access.made(person.name, t.moment(expiresAt, ctx.zone))
  const facts = [{ label: t.access.link, value: `${address}/enter/${token}` }]
  const blocks = [{ kind: 'text', text } as const, { kind: 'facts', facts } as const]
  const again = { kind: 'message', message: { text: t.access.again } } as const
  return { reply: { kind: 'message', message: { text, blocks } }, writes, rests, again }
}
