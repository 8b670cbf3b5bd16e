/** What a form says of a name that was typed, in Vietnamese, the source. People come in as they are shown. */
export const namedTexts = {
  one: (word: string, who: string) => `“${word}”: ${who}`,
  nobody: (word: string) => `Chưa dùng: “${word}”. Danh sách không có ai tên như vậy; xin tìm ở ô bên dưới.`,
}
