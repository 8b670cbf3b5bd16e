const unheld = /[^\P{Cc}\n\r\t]|\p{Noncharacter_Code_Point}|\ufffd/gu

/** A text as every kind of file can hold it: in NFC, line ends \n, without control characters, nothing around it. */
export const fileText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(unheld, '').trim()
