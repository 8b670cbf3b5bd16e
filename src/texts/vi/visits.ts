/** What people read of single visits in Vietnamese, the source. */
export const visitsTexts = {
  noDay: 'chưa có ngày',
  which: (unit: string) => `${unit} có nhiều chuyến kiểm tra. Xin chọn một:`,
}
