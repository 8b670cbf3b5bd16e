export type RefusedDocument =
  | 'not-a-document'
  | 'old-format'
  | 'encrypted'
  | 'macros'
  | 'archive'
  | 'lying-extension'
  | 'too-large'
  | 'unpacks-too-large'
  | 'too-many-parts'
  | 'too-many-pages'
  | 'too-long'
  | 'doctype'
  | 'script'
  | 'launch'
  | 'opens-by-itself'
  | 'holds-files'
  | 'media'
  | 'control'
  | 'loads-from-elsewhere'
  | 'reaches-out'
  | 'hidden-objects'
  | 'no-text-layer'
  | 'secret'
  | 'not-unicode'
  | 'empty'
  | 'too-complex'
  | 'busy'
  | 'broken'

/** A file that is not read at all, told by a code and facts (sizes in bytes, a type, a limit): no words for people. */
export class DocumentRefused extends Error {
  readonly code: RefusedDocument
  readonly facts: Readonly<Record<string, string | number>>
  constructor(code: RefusedDocument, facts: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'DocumentRefused'
    this.code = code
    this.facts = facts
  }
}
