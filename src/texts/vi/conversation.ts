/** What stands in a conversation that is kept, in Vietnamese, the source. */
export const conversationTexts = {
  filesGone: (names: readonly string[]) =>
    `Tệp không được giữ trong cuộc trao đổi (gửi lại yêu cầu để nhận lại): ${names.join(', ')}`,
}
