import type { Texts } from '../../texts/texts.ts'
import type { ReadDocument } from '../read-document.ts'

export type FileKind = keyof Texts['documents']['kinds']
/** Why a file is not kept. */
export type FileRefused = keyof Texts['documents']['refused']

/**
 * A file that came with what somebody said, after it was looked into: its bytes are kept and nothing refers to them yet,
 * or it is refused and nothing of it is kept. `name` is as it is kept (`plainName`), '' where it had none. `field`: of the form in which it
 * was put. `document`: what was read, where it can be a draft.
 */
export type BroughtFile = { readonly name: string; readonly field: string | undefined } & (
  | {
      readonly refused?: undefined
      readonly sha256: string
      readonly size: number
      readonly kind: FileKind
      readonly document: ReadDocument | undefined
    }
  | { readonly refused: FileRefused }
)

export type KeptFile = Extract<BroughtFile, { refused?: undefined }>

export const isKept = (file: BroughtFile): file is KeptFile => file.refused === undefined
