/**
 * What Slack takes, from its Block Kit and view references; counted here in UTF-16 units with `&`, `<` and `>` at
 * their escaped length, the strictest reading of "characters". Slack publishes no schema of blocks, so a refused
 * block shows itself only in production: everything rendered is held to these figures.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Text of one paragraph, quote or preformatted piece. */
  text: 3000,
  contextText: 2000,
  header: 150,
  /** The fallback `text` of a message, for notifications: in characters, and in bytes of UTF-8, by which chat.update counts. */
  fallback: 3000,
  fallbackBytes: 4000,
  /**
   * All blocks of a message together, as JSON. Undocumented; `msg_blocks_too_long` was measured at about 12,000 of
   * text plus a share for every container, and tables are counted apart.
   */
  messageWeight: 11_500,
  /** A view as JSON, under the 250 KB at which Slack answers `view_too_large`. */
  viewWeight: 200_000,
  tableRows: 100,
  tableColumns: 20,
  /** All cells of the tables of one message together. */
  tableText: 10_000,
  buttonLabel: 75,
  accessibilityLabel: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  buttonsInRow: 25,
  viewTitle: 24,
  viewSubmit: 24,
  metadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  placeholder: 150,
  optionLabel: 75,
  optionValue: 150,
  /** Radio buttons and checkboxes; beyond that a menu. */
  openOptions: 10,
  menuOptions: 100,
  groupLabel: 75,
  optionGroups: 100,
  /** Our own bound for a menu that is searched, in bytes of UTF-8 as JSON: what else stands in the view has the rest. */
  menuBytes: 140_000,
  /** Our own bound for a menu within a message, as JSON: what else stands in the message has the rest. */
  choiceWeight: 6_500,
  /** Our own bound, so that a menu of long names stays within `viewWeight`. */
  allOptions: 500,
  blockId: 255,
  altText: 1000,
  /** Our own bound, under what file systems take. */
  fileName: 100,
  /** Undocumented for errors under an input; kept to what fits on a screen. */
  inputError: 1000,
} as const
