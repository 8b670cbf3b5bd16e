const rights = {
  draft: 'soạn nháp',
  transmit: 'gửi bản đã được chấp thuận',
  decide: 'quyết định và gửi thay',
}

/** What people read of delegation in Vietnamese, the source. Days and lists come in as they are shown. */
export const delegationTexts = {
  rights,
  button: 'Ủy quyền',
  give: 'Ủy quyền mới',
  end: 'Kết thúc',
  row: (taker: string, until: string) => `${taker}, đến ${until}`,
  line: (giver: string, taker: string, rights: string, scope: string) =>
    `${giver} ủy quyền cho ${taker}: ${rights}; phạm vi: ${scope}`,
  formTitle: 'Ủy quyền',
  formSubmit: 'Ủy quyền',
  intro:
    'Người được ủy quyền xem được bản nháp và ý kiến của thành viên ở các đợt thuộc phạm vi ủy quyền. Ủy quyền tự hết hiệu lực sau ngày cuối. Điều phối viên xem được việc ủy quyền này.',
  taker: 'Người được ủy quyền',
  rightsLabel: 'Nội dung ủy quyền',
  item: 'Ủy quyền cho nội dung nào',
  itemHint: 'Mã nội dung, ví dụ ND-DLCN. Để trống: mọi nội dung.',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  unlinked: (who: string) => `${who} chưa có tài khoản liên kết nên chưa nhận ủy quyền được.`,
  oneself: 'Không thể ủy quyền cho chính mình.',
  noSuchItem: (key: string) => `Kế hoạch không có nội dung “${key}”.`,
  noRights: 'Xin chọn ít nhất một nội dung ủy quyền.',
  backwards: 'Ngày cuối không thể trước ngày đầu.',
  past: 'Thời hạn ủy quyền này đã qua.',
  tooLong: 'Một ủy quyền có thời hạn tối đa một năm.',
  everything: 'mọi nội dung',
  span: (from: string, to: string) => `từ ${from} đến hết ${to}`,
  saved: (taker: string, what: string, scope: string, span: string) =>
    `Đã ủy quyền cho ${taker}: ${what}; phạm vi: ${scope}; ${span}. Hệ thống đang báo cho hai bên.`,
  listTitle: 'Danh sách ủy quyền',
  none: 'Không có ủy quyền nào đang hoặc sắp có hiệu lực.',
  giver: 'Người ủy quyền',
  scope: 'Phạm vi',
  days: 'Thời hạn',
  ended: 'Đã kết thúc ủy quyền.',
  endedAlready: 'Ủy quyền này đã kết thúc từ trước.',
  toTaker: (giver: string, what: string, scope: string, span: string) =>
    `${giver} đã ủy quyền cho tài khoản này: ${what}; phạm vi: ${scope}; ${span}.`,
  toGiver: (taker: string, what: string, scope: string, span: string) =>
    `Hệ thống đã ghi việc ủy quyền cho ${taker}: ${what}; phạm vi: ${scope}; ${span}. Nếu không đúng, xin kết thúc ngay.`,
  endedNotification: (giver: string, taker: string, scope: string) =>
    `Ủy quyền của ${giver} cho ${taker} (phạm vi: ${scope}) đã kết thúc.`,

  waiting: 'Được ủy quyền, đang chờ ý kiến',
  waitingFor: (member: string, title: string, due: string) => `${title} (thay ${member}): ${due}`,
  draftFor: (member: string) => `Soạn thay ${member}`,
  more: (n: number) => `và ${n} đề nghị khác.`,
  acting: (member: string, what: string) => `Làm thay ${member}, được ủy quyền: ${what}.`,
  noDraftYet: (member: string) => `Chưa có bản nháp nào được ${member} soạn hoặc chấp thuận để gửi.`,
  notApproved: (member: string) => `Bản nháp này chưa được ${member} chấp thuận nên chưa gửi thay được.`,
  writtenBy: (delegate: string) => `Bản nháp do ${delegate} soạn thay.`,
  approve: 'Chấp thuận bản nháp',
  approved: 'Đã chấp thuận bản nháp. Người được ủy quyền gửi có thể gửi; thành viên vẫn có thể tự sửa và gửi.',
  sender: 'Người gửi',
  sentBy: (member: string, delegate: string) => `gửi theo ủy quyền của ${member}, bởi ${delegate}`,
  onBoard: (delegate: string) => `gửi theo ủy quyền, bởi ${delegate}`,
  draftNotification: (delegate: string, title: string) =>
    `${delegate} đã soạn thay bản nháp ý kiến về “${title}”. Chưa gửi; xin xem lại.`,
  sentNotification: (delegate: string, title: string, position: string, receipt: string) =>
    `${delegate} đã gửi theo ủy quyền ý kiến “${position}” về “${title}”. Mã biên nhận: ${receipt}. Có thể thay bằng ý kiến tự gửi khi đợt còn mở.`,
}
