import type { Context } from '../../context.ts'
import type { Reply } from '../../contract/reply.ts'

/** What was recorded of a team, what speaks against it, and the ways onward. */
export function teamSaid(
  { texts }: Pick<Context, 'texts'>,
  team: { readonly key: string },
  text: string,
  warnings: readonly string[] = [],
): Reply {
  const { teams: t } = texts
  return {
    kind: 'message',
    message: {
      text,
      blocks: [
        { kind: 'text', text, tone: 'strong' },
        ...(warnings.length === 0
          ? []
          : [{ kind: 'text', text: t.warnings, tone: 'warning' } as const, { kind: 'list', items: warnings } as const]),
        {
          kind: 'buttons',
          buttons: [
            { label: t.show, intent: { kind: 'team.show', team: team.key } },
            { label: t.add, intent: { kind: 'duty.save.form', team: team.key } },
          ],
        },
      ],
    },
  }
}
