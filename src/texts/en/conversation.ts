/** What stands in a conversation that is kept, in English. */
export const conversationTexts = {
  filesGone: (names: readonly string[]) =>
    `Files are not kept in the conversation (ask again to get them): ${names.join(', ')}`,
}
