/** What stands at a list to choose one of many from, in Vietnamese, the source. */
export const choiceTexts = {
  submit: 'Chọn',
  missing: 'Xin chọn một mục trong danh sách trước.',
  item: 'Xem nội dung nào?',
  team: 'Xem đoàn nào?',
  visit: 'Xem chuyến nào?',
  unit: 'Phân công hoặc đặt ngày cho đơn vị nào?',
  link: 'Tạo liên kết lịch nào?',
}
