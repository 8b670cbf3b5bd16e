import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { Context, FormValues, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { readForm } from '../../conversation/form-values.ts'
import { shortKeyOf } from '../known-remarks/fingerprint.ts'
import { loadRound, type Round, roundMeant } from '../rounds/rounds.ts'
import { commonLength, groupForm, whereToGroup } from './cards/group-form.ts'
import { remarksMessage } from './list-remarks.ts'
import { readRemarks } from './read-remarks.ts'
import { fewest, readGroups, standingGroups } from './remark-groups.ts'
import { canGroup, type Section, sectionsOf } from './sections.ts'

/**
 * The form that puts remarks on one article together. Without an article that of the only one where there is something to
 * put together; where there are several, a choice of them; where there are none, the list.
 */
export const startGroup: UseCase<IntentOf<'remark.group.form'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const round = await roundMeant(ctx, intent)
  const { remarks, groups } = await readBoth(ctx, round)
  const possible = sectionsOf(remarks, standingGroups(groups, remarks), t).filter(canGroup)
  const section =
    intent.provision === undefined && possible.length === 1
      ? possible[0]
      : possible.find(({ key }) => key === intent.provision)
  if (section !== undefined) return { reply: { kind: 'form', form: groupForm(ctx, round, section) } }
  if (intent.provision === undefined && possible.length > 0)
    return { reply: { kind: 'message', message: whereToGroup(ctx, round, possible) } }
  const said = t.remarks.nothingToGroup
  return { reply: { kind: 'message', message: await remarksMessage(ctx, round, { remarks, groups, said }) } }
}

/**
 * Puts at least two remarks on one article into one row of the record, with what they have in common where that was
 * written. Refuses what is in a group already, and what was changed since the form was opened.
 */
export const groupRemarks: UseCase<IntentOf<'remark.group'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const round = await loadRound(ctx, intent.round)
  const { remarks, groups } = await readBoth(ctx, round)
  const sections = sectionsOf(remarks, standingGroups(groups, remarks), t)
  const section = sections.find(({ key }) => key === intent.provision)
  const form = readForm(values, t)
  const { chosen, lost } = chosenFrom(section, values)
  if (lost) form.fail('remarks', t.remarks.form.changed)
  else if (chosen.length < fewest) form.fail('remarks', t.remarks.form.atLeastTwo)
  const words = form.text('common', commonLength) || null
  form.check()
  const id = randomUUID()
  const members = chosen.map(({ personId, fingerprint }) => ({ personId, fingerprint }))
  const after = [...groups, { id, words, members }]
  const shown = { remarks, groups: after, section: intent.provision, said: t.remarks.grouped(members.length) }
  return {
    reply: { kind: 'message', message: await remarksMessage(ctx, round, shown) },
    writes: [
      db.remarkGroup.create({ data: { id, roundId: round.id, words, byId: actor.id, at: now }, select: { id: true } }),
      // A remark that somebody else has just grouped has its row: the key refuses a second one.
      db.groupedRemark.createMany({
        data: members.map((member) => ({ ...member, roundId: round.id, groupId: id })),
      }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'remark.group',
        subject: round.id,
        facts: {
          group: id,
          remarks: members.length,
          people: [...new Set(members.map((one) => one.personId))].join(' '),
        },
      }),
    ],
    rests: [],
  }
}

/** Takes a group apart: its remarks stand alone again. One that is gone already is no error. */
export const splitGroup: UseCase<IntentOf<'remark.split'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const group = await db.remarkGroup.findUnique({ where: { id: intent.group }, select: { id: true, roundId: true } })
  if (group === null) {
    const text = t.remarks.splitAlready
    return { reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] } } }
  }
  const round = await loadRound(ctx, group.roundId)
  const { remarks, groups } = await readBoth(ctx, round)
  const after = groups.filter(({ id }) => id !== group.id)
  const said = t.remarks.splitDone
  return {
    reply: {
      kind: 'message',
      message: await remarksMessage(ctx, round, { remarks, groups: after, said }),
      replaces: true,
    },
    writes: [
      db.remarkGroup.delete({ where: { id: group.id }, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'remark.split',
        subject: round.id,
        facts: { group: group.id },
      }),
    ],
    rests: [],
  }
}

async function readBoth(ctx: Context, round: Round) {
  const [remarks, groups] = await Promise.all([readRemarks(ctx, round), readGroups(ctx, round.id)])
  return { remarks, groups }
}

/** What was chosen among the remarks that are in no group; `lost`: something else was. */
function chosenFrom(section: Section | undefined, { remarks: value = [] }: FormValues) {
  const keys = new Set([value].flat().filter((key) => key !== ''))
  const chosen = (section?.single ?? []).filter((remark) => keys.has(shortKeyOf(remark)))
  return { chosen, lost: chosen.length < keys.size }
}
