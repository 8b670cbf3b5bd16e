import type { Context } from '../../context.ts'
import type { Directory } from '../../contract/directory.ts'
import type { Clash, Field } from '../../contract/form.ts'
import { type Entry, optionsOf } from './entry.ts'

type Asked = {
  readonly name: string
  readonly label: string
  readonly from: Directory
  readonly several?: true
  readonly value?: readonly Entry[]
  readonly clash?: Clash | undefined
  /** Of one: asked for unless it may be left empty. */
  readonly optional?: true
}

/** A field that picks from a directory, with the words that say how it is searched. */
export function pickField({ texts }: Pick<Context, 'texts'>, asked: Asked): Field {
  const { picking: t } = texts
  const { name, label, from, several, value = [], clash, optional } = asked
  return {
    ...{ kind: 'pick', name, label, from, value: optionsOf({ texts }, value) },
    hint: several === true ? t.hintSeveral : from === 'teams' ? t.hintTeam : from === 'units' ? t.hintUnit : t.hint,
    typed: several === true ? t.typedSeveral : t.typed,
    ...(several === true ? { several } : {}),
    ...(clash === undefined ? {} : { clashes: [clash] }),
    ...(optional === true || several === true ? {} : { required: true }),
  }
}
