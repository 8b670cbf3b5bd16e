/** What people read where remarks are listed by article and put together, in Vietnamese, the source. */
export const remarksTexts = {
  button: 'Các góp ý',
  title: (title: string) => `Các góp ý về “${title}”`,
  none: 'Chưa có góp ý nào.',
  counted: (remarks: number, groups: number) => `${remarks} góp ý${groups === 0 ? '' : `, ${groups} nhóm đã gộp`}`,
  group: (number: number, remarks: number, bodies: string) =>
    remarks === 0 ? `Nhóm ${number}: không còn góp ý nào` : `Nhóm ${number}: ${remarks} góp ý của ${bodies}`,
  common: 'Nội dung chung',
  more: (n: number) => `và ${n} góp ý khác`,
  gone: (bodies: string) => `Góp ý của ${bodies} đã thay đổi sau khi gộp nên không còn trong nhóm.`,
  tooFew: 'Nhóm còn ít hơn hai góp ý nên bảng tổng hợp không gộp nữa. Xin tách nhóm, rồi gộp lại nếu cần.',
  groupButton: (where: string) => `Gộp góp ý: ${where}`,
  split: (number: number) => `Tách nhóm ${number}`,
  grouped: (n: number) => `Đã gộp ${n} góp ý vào một nhóm.`,
  splitDone: 'Đã tách nhóm. Các góp ý lại đứng riêng trong bảng tổng hợp.',
  splitAlready: 'Nhóm này đã được tách.',
  whereButton: (where: string, n: number) => `${where}: ${n} góp ý`,
  otherArticles: (n: number) => `Còn ${n} điều khác có góp ý có thể gộp; xin xem trong danh sách các góp ý.`,
  chooseWhere: 'Xin chọn điều, khoản có góp ý cần gộp.',
  nothingToGroup: 'Hiện không có từ hai góp ý chưa gộp trở lên ở cùng một điều.',
  form: {
    title: 'Gộp góp ý',
    submit: 'Gộp',
    remarks: 'Các góp ý giống nhau',
    remarksHint: 'Chọn ít nhất hai. Bảng tổng hợp vẫn giữ nguyên văn từng góp ý.',
    common: 'Nội dung chung',
    commonHint: 'Không bắt buộc. Trong bảng tổng hợp, nội dung này đứng trước nguyên văn các góp ý.',
    firstOnly: (shown: number, all: number) =>
      `Mẫu này hiện ${shown} trong ${all} góp ý chưa gộp; số còn lại hiện ra sau khi gộp các góp ý này.`,
    atLeastTwo: 'Xin chọn ít nhất hai góp ý.',
    changed: 'Có góp ý đã chọn vừa được gộp ở nơi khác hoặc đã thay đổi. Xin mở lại mẫu này.',
  },
}
