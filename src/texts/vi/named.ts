/** What a form says of a name that was typed, in Vietnamese, the source. People come in as they are shown. */
export const namedTexts = {
  one: (word: string, who: string) => `“${word}”: ${who}`,
  several: (word: string, who: string, more: number) =>
    `Có nhiều người có thể là “${word}”: ${who}${more > 0 ? ` và ${more} người khác` : ''}. Xin ghi mã.`,
  nobody: (word: string) => `Chưa dùng: “${word}”. Danh sách không có ai tên như vậy; xin ghi mã hoặc tên đầy đủ.`,
}
