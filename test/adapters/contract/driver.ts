import type { Delivery, Sought } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import type { Inbound, SentFile } from '../../../src/contract/inbound.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { ScriptedHost } from './host.ts'

/** How a platform can fail the next send, update or file. */
export type Fault =
  /** Too many messages; the platform says how many seconds to wait: `rateLimitSeconds`. */
  | 'rate limit'
  /** The message was taken and the answer is an error of the server, or the connection breaks before any answer. */
  | 'server error'
  | 'lost answer'
  | 'refused connection'
  /** The person is unknown there, or may not be written to, or the message to rewrite is no more. */
  | 'nobody'
  | 'blocked'
  | 'gone'
  /** The next file of ours is not taken; the next one of the person's is not given. */
  | 'file'
  | 'sent file'

export const rateLimitSeconds = 17

/** What a platform may truly have no case of. The suite holds the list of them. */
export type Gap =
  | Fault
  | 'shared'
  | 'arrived'
  | 'left'
  | 'calendar file'
  | 'file in a form'
  | 'edited'
  | 'preview'
  /** The platform itself takes no file of that size. */
  | 'too large'
  | 'second answer'

/** One platform, and how to open its world: the real adapter between a stand-in of the platform and a scripted core. */
export type Platform = {
  readonly name: string
  readonly gaps: readonly Gap[]
  open(): Promise<Driver>
  /** Ends what all its worlds shared. */
  close?(): Promise<void>
}

/**
 * One person in front of one platform, told in the contract's words. What they do resolves, as soon as the platform has
 * the adapter's answer, with its HTTP status.
 */
export type Driver = {
  readonly host: ScriptedHost
  /** Where the core would write to the person. */
  readonly person: Address
  /** Writes; with files, as the platform lets people send them beside words or without any. */
  type(text: string, audience?: Inbound['audience'], files?: readonly SentFile[]): Promise<number>
  /** Edits or deletes what was typed last. */
  change(kind: 'edited' | 'deleted'): Promise<number>
  /** The platform draws the preview of a link in what was typed last, which nobody asked for. */
  preview(): Promise<number>
  /** The app comes to the person, or goes. */
  move(kind: 'arrived' | 'left'): Promise<number>
  /** The last delivery again, byte for byte, as a platform does that heard no answer. */
  redeliver(): Promise<number>
  /** What stands on the person's screen once everything under way has come to its end. */
  shown(audience?: Inbound['audience']): Promise<Screen>
  send(message: Message, key?: string): Promise<Delivery>
  /** What the platform knows of the send with this key; `undefined` where the adapter has no such question. */
  sought(key: string, lastRef?: string): Promise<Sought | undefined>
  update(ref: string, message: Message): Promise<Delivery>
  /** What becomes of the next send, update or file. */
  fails(fault: Fault): void
  /** Typed words from nobody who may say them: without proof, with somebody else's, from elsewhere. The statuses. */
  forge(): Promise<readonly number[]>
  /** A body that is no delivery, with every proof that a true one has. */
  deliver(body: string, contentType?: string): Promise<number>
  /** Whether the adapter is still at work on any delivery. */
  underWay(): boolean
  /** `stop` of the adapter alone; its routes stay and its world goes on. */
  halt(): Promise<void>
  /** A new adapter in the same world. */
  restart(): Promise<void>
  /** Ends everything; throws what a route let through. */
  stop(): Promise<void>
}

export type Screen = {
  /** In order, as they read now. */
  readonly cards: readonly Card[]
  /** The open form, which may stand among the cards or in a dialogue of its own. */
  readonly form: ShownForm | undefined
  /** What came with the answers, wherever it stands on the screen, in order. */
  readonly files: readonly ShownFile[]
}

/** A file as the person has it; `name` and `alt` as far as the platform tells them. */
export type ShownFile = {
  /** Seen without being opened. */
  readonly picture: boolean
  readonly name: string
  readonly alt: string
  readonly base64: string
  readonly acting: readonly string[]
}

export type Card = {
  /** All words to be read, in order; buttons left out. */
  readonly words: string
  readonly notification: string
  readonly buttons: readonly ShownButton[]
  /** Words and the labels of buttons, in the order of reading. */
  readonly reading: readonly string[]
  /** The list to choose one of many from. */
  readonly choice?: ShownChoice | undefined
  /** What in it would act on somebody's words: mark-up, mentions, links, macros. */
  readonly acting: readonly string[]
}

export type ShownChoice = {
  readonly label: string
  readonly options: readonly string[]
  /** Chooses the option at this place, or none where the platform has a press for it. */
  choose(at: number | undefined): Promise<number>
}

export type ShownButton = {
  readonly label: string
  /** What who hears it alone hears. */
  readonly heard: string
  /** The address it opens. */
  readonly url?: string
  press(): Promise<number>
}

export type ShownForm = Card & {
  readonly title: string
  readonly fields: readonly ShownField[]
  /** Sends it with these answers by label, the others as they stand. Choices are named by their labels. */
  fill(answers: Answers, files?: FilesGiven): Promise<number>
  /**
   * What a picker shows for typed words, with what stands beside it. Filled in, an answer that is the label of something
   * shown for it is picked; else it stays as it was typed, as far as the platform has a way to say it.
   */
  look(label: string, typed: string): Promise<readonly string[]>
}
/** The files that are put into a form, by the label of their question. */
export type FilesGiven = Readonly<Record<string, SentFile>>
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** A question as it is asked: a choice has the labels of its options, and of those chosen. */
export type ShownField = {
  readonly kind: 'text' | 'choice' | 'choices' | 'pick' | 'date' | 'time' | 'file'
  readonly label: string
  readonly value: string | readonly string[]
  readonly options: readonly string[]
  readonly error: string
}
