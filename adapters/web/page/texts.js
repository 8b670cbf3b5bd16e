// @ts-check

/** Vietnamese is the source; a text missing from the English fails the type check. */
const vi = {
  language: 'Ngôn ngữ',
  skip: 'Đến ô nhập tin nhắn',
  chooseSeat: 'Chọn vai trò',
  chooseSeatHint:
    'Chọn một người để xem hệ thống như người đó. Mỗi thẻ trình duyệt giữ một vai trò riêng: mở thêm thẻ để dùng nhiều vai trò cùng lúc.',
  sample: 'dữ liệu mẫu',
  sampleSeats: 'Dữ liệu mẫu: những vai trò dưới đây được lập ra để dùng thử, không phải người thật.',
  findSeat: 'Tìm theo tên, chức danh hoặc vai trò',
  noSeat: 'Không có ai khớp với nội dung tìm.',
  currentSeat: 'đang chọn',
  changeSeat: 'Đổi vai trò',
  leave: 'Đăng xuất',
  back: 'Quay lại',
  home: 'Việc của tôi',
  refresh: 'Tải lại',
  conversation: 'Trao đổi',
  page: 'Trang',
  pages: 'Các trang',
  noPage: 'Không có trang này, hoặc hiện không được xem trang này.',
  chooseAll: 'Chọn tất cả các dòng đang hiện',
  /** @param {string} name */
  choose: (name) => `Chọn ${name}`,
  /** @param {number} count */
  chosen: (count) => `Đã chọn ${count}`,
  /** @param {string} deed @param {number} most */
  tooManyChosen: (deed, most) => `${deed}: mỗi lần chọn tối đa ${most} dòng`,
  forChosen: 'Với các dòng đã chọn',
  whatCanBeDone: 'Có thể làm',
  noRow: 'Không có dòng nào khớp với nội dung tìm.',
  inNumbers: 'Xem bảng số',
  done: 'xong',
  /** @param {number} count */
  left: (count) => (count === 0 ? 'đã trả lời hết' : `còn ${count} chưa trả lời`),
  typing: 'Đang nhập…',
  saving: 'Đang lưu…',
  /** @param {string} by */
  savedBy: (by) => `Đã lưu: ${by}`,
  keptHere: 'Chưa lưu được vì mất kết nối. Nội dung còn giữ trên máy này và sẽ được gửi lại.',
  chooseFirst: 'Chưa lưu: xin chọn kết quả. Nội dung còn giữ trên máy này.',
  wordsNeeded: 'Chưa lưu: xin nêu nội dung tiếp thu một phần hoặc giải trình.',
  notSavedOvertaken: 'Chưa lưu: người khác vừa trả lời góp ý này. Nội dung đã nhập vẫn còn.',
  /** @param {string} by */
  answeredBy: (by) => `Câu trả lời hiện có (${by}):`,
  takeTheirs: 'Dùng câu trả lời hiện có',
  saveMine: 'Lưu nội dung đã nhập',
  noneLeft: 'Không còn góp ý chưa trả lời ở trang này.',
  nothingToUndo: 'Không có thay đổi nào để hoàn tác.',
  firstAnswer: 'Trước đó góp ý này chưa có câu trả lời nên không hoàn tác được; xin chọn kết quả khác.',
  /** @param {string} name */
  undone: (name) => `${name}: đã trở lại câu trả lời trước.`,
  chooseRows: 'Xin chọn các góp ý bằng phím x trước.',
  keys: 'Phím tắt',
  keyRows: 'chuyển dòng',
  keyOutcome: 'kết quả',
  keyWords: 'viết nội dung',
  keyBack: 'về dòng',
  keyNext: 'lưu, sang góp ý chưa trả lời kế tiếp',
  keyChoose: 'chọn dòng',
  keyBulk: 'trả lời chung',
  keyUndo: 'hoàn tác',
  searchAll: 'Tìm trong toàn hệ thống (phím /)',
  searchOpen: 'Tìm kiếm',
  nothingYet: 'Chưa có tin nhắn nào. Chọn một việc trong bảng hoặc gõ yêu cầu vào ô bên dưới.',
  older: 'Xem tin cũ hơn',
  find: 'Tìm',
  findWords: 'Tìm trong cuộc trao đổi',
  findOlder: 'Tìm tiếp ở các tin cũ hơn',
  findClose: 'Đóng kết quả tìm',
  /** @param {string} words @param {number} count @param {boolean} more */
  foundFor: (words, count, more) =>
    count === 0
      ? more
        ? `Chưa thấy “${words}” trong các tin gần đây.`
        : `Không có tin nào chứa “${words}”.`
      : `“${words}”: ${count} tin${more ? ' trong các tin gần đây' : ''}`,
  shortcuts: 'Việc thường làm',
  composer: 'Nội dung tin nhắn',
  composerHint: 'Gõ yêu cầu, ví dụ: trợ giúp',
  send: 'Gửi',
  sending: 'Đang gửi…',
  /** @param {number} percent */
  sendingPart: (percent) => `Đang gửi… ${percent}%`,
  uploading: 'Đang tải tệp lên',
  attach: 'Đính kèm',
  chosenFiles: 'Tệp sẽ gửi',
  /** @param {string} name */
  takeAway: (name) => `Bỏ tệp ${name}`,
  takeAwayShort: 'Bỏ',
  /** @param {string} name */
  takeOut: (name) => `Bỏ ${name}`,
  unnamedFile: 'tệp không tên',
  /** @param {string} name */
  sentFile: (name) => `Tệp: ${name}`,
  /** @param {string} name @param {string} most */
  fileTooLarge: (name, most) => `Tệp “${name}” lớn hơn ${most} nên không gửi được.`,
  /** @param {number} most */
  tooManyFiles: (most) => `Mỗi lần gửi được nhiều nhất ${most} tệp; các tệp thừa không được chọn.`,
  /** @param {string} most */
  tooMuchTogether: (most) => `Các tệp gửi trong một lần được nhiều nhất ${most}; xin gửi làm nhiều lần.`,
  /** @param {string} name */
  unreadable: (name) => `Không đọc được “${name}”. Chỉ gửi được tệp, không gửi được thư mục.`,
  /** @param {string} names */
  filesLost: (names) => `Tệp đã chọn nhưng chưa gửi (${names}) không còn sau khi tải lại trang. Xin chọn lại.`,
  tooLargeFiles: 'Các tệp quá lớn nên không gửi được. Xin gửi làm nhiều lần.',
  system: 'Hệ thống',
  retry: 'Thử lại',
  notSent: 'Chưa gửi được, nội dung vẫn còn. Kiểm tra kết nối rồi thử lại.',
  notSentPress: 'Chưa gửi được yêu cầu này. Kiểm tra kết nối rồi thử lại.',
  notLoaded: 'Chưa tải được.',
  tooLarge: 'Nội dung quá dài nên không gửi được. Nội dung vẫn còn; xin rút ngắn rồi gửi lại.',
  notUnderstood: 'Hệ thống không đọc được yêu cầu. Nội dung vẫn còn; xin tải lại trang rồi gửi lại.',
  offline: 'Mất kết nối với hệ thống. Tin nhắn mới sẽ hiện khi nối lại được.',
  loadingDraft: 'Đang tải dự thảo…',
  noDraft: 'Không có dự thảo này, hoặc hiện không được đọc dự thảo này.',
  closeDraft: 'Đóng',
  outline: 'Mục lục',
  print: 'In',
  findInDraft: 'Tìm trong dự thảo',
  findInDraftHint: 'Điều 12, từ khóa',
  foundBefore: 'Chỗ trước',
  foundNext: 'Chỗ tiếp theo',
  /** @param {number} at @param {number} of */
  foundAt: (at, of) => `${at}/${of}`,
  notInDraft: 'Không thấy',
  remark: 'Góp ý',
  remarkPassage: 'Góp ý đoạn này',
  remarkAs: 'Góp ý ghi vào',
  howToMark:
    'Bấm [Góp ý] ở một điều, khoản; hoặc đánh dấu một đoạn rồi bấm [Góp ý đoạn này]. Dùng bàn phím: ở nút [Góp ý], giữ Shift và bấm phím mũi tên để đánh dấu từng từ, từng dòng.',
  /** @param {number} most */
  passageTooLong: (most) =>
    `Đoạn đánh dấu dài quá ${most} ký tự. Xin đánh dấu ngắn hơn, hoặc góp ý cho cả điều, khoản.`,
  remarkSaved: 'Đã lưu góp ý vào bản nháp, chưa gửi. Bản nháp ở cuộc trao đổi.',
  myRemark: 'Góp ý của tôi',
  editRemark: 'Sửa góp ý',
  proposal: 'Đề nghị sửa thành',
  required: 'bắt buộc',
  cancel: 'Đóng biểu mẫu',
  closeForm: 'Đóng biểu mẫu?',
  closeFormKeeps: 'Nội dung đã nhập chưa được gửi. Nếu giữ lại, nội dung sẽ được điền sẵn khi mở lại biểu mẫu.',
  closeFormFiles: 'Tệp đã chọn thì phải chọn lại.',
  stay: 'Tiếp tục nhập',
  closeAndKeep: 'Đóng, giữ nội dung',
  closeAndDrop: 'Đóng, bỏ nội dung',
  chooseOne: 'Chọn một mục',
  options: 'Các mục tìm thấy',
  noOption: 'Không có mục nào khớp.',
  /** @param {number} found @param {number} shown */
  optionsFound: (found, shown) =>
    found === shown ? `${found} mục` : `${found} mục; hiện ${shown} mục đầu, gõ thêm để thu hẹp`,
  /** @param {string} label */
  missing: (label) => `Cần điền “${label}”.`,
  /** @param {string} label */
  notChosen: (label) => `Cần chọn “${label}”.`,
  /** @param {string} label @param {number} most @param {number} now */
  tooLong: (label, most, now) => `“${label}” dài ${now} ký tự, nhiều nhất là ${most}.`,
  /** @param {number} count */
  toMend: (count) => `Có ${count} mục cần sửa:`,
  /** @param {number} now @param {number} most */
  counted: (now, most) => `${now}/${most} ký tự`,
  draftSaved: 'Đã lưu vào bản nháp, chưa gửi.',
  unsentKept: 'Nội dung chưa gửi từ lần trước đã được điền lại.',
  unsentOther: 'Có nội dung chưa gửi từ lần trước, khác với bản đang hiện.',
  restore: 'Điền lại nội dung chưa gửi',
  forget: 'Bỏ nội dung chưa gửi',
  unsentForms: 'Biểu mẫu chưa gửi',
  table: 'Bảng',
  opensElsewhere: 'mở thẻ mới',
  /** @param {string} name */
  downloadPicture: (name) => `Tải ảnh: ${name}`,
  /** @param {string} what */
  downloadCalendar: (what) => `Tải tệp lịch: ${what}`,
  /** @param {number} count */
  news: (count) => `(${count}) Đôn đốc`,
  needLink: 'Cần liên kết truy cập',
  needLinkHow:
    'Mỗi người vào trang này bằng một liên kết riêng do điều phối viên cấp. Xin đề nghị điều phối viên gửi liên kết, rồi mở liên kết đó bằng trình duyệt này. Không chuyển liên kết của mình cho người khác.',
  badLink: 'Liên kết không dùng được',
  badLinkHow:
    'Liên kết đã hết hạn, đã bị thu hồi hoặc chép thiếu. Xin đề nghị điều phối viên cấp liên kết mới, rồi mở bằng trình duyệt này.',
  /** @param {string} name */
  otherPerson: (name) => `Trình duyệt này đang giữ liên kết của ${name}.`,
  otherPersonHow: 'Phiên trước trong thẻ này là của người khác và đã kết thúc. Chọn tiếp tục để vào với người mới.',
  /** @param {string} name */
  goOnAs: (name) => `Tiếp tục với ${name}`,
}

/** @type {typeof vi} */
const en = {
  language: 'Language',
  skip: 'Go to the message box',
  chooseSeat: 'Choose a role',
  chooseSeatHint:
    'Choose a person to see the system as they do. Each browser tab keeps its own role: open more tabs to be several people at once.',
  sample: 'sample data',
  sampleSeats: 'Sample data: the roles below were made up for trying out the system; they are not real people.',
  findSeat: 'Find by name, title or role',
  noSeat: 'No match found.',
  currentSeat: 'current',
  changeSeat: 'Change role',
  leave: 'Sign out',
  back: 'Back',
  home: 'My work',
  refresh: 'Reload',
  conversation: 'Conversation',
  page: 'Page',
  pages: 'Pages',
  noPage: 'There is no such page, or you may not see it now.',
  chooseAll: 'Choose all rows shown',
  choose: (name) => `Choose ${name}`,
  chosen: (count) => `${count} chosen`,
  tooManyChosen: (deed, most) => `${deed}: choose no more than ${most} at once`,
  forChosen: 'For the chosen rows',
  whatCanBeDone: 'What can be done',
  noRow: 'No row matches.',
  inNumbers: 'Show the numbers',
  done: 'done',
  left: (count) => (count === 0 ? 'all answered' : `${count} not answered`),
  typing: 'Typing…',
  saving: 'Saving…',
  savedBy: (by) => `Saved: ${by}`,
  keptHere: 'Not saved, the connection is lost. The words are kept on this device and will be sent again.',
  chooseFirst: 'Not saved: please choose an outcome. The words are kept on this device.',
  wordsNeeded: 'Not saved: please say what is taken up in part, or explain.',
  notSavedOvertaken: 'Not saved: somebody else has just answered this comment. Your words are still here.',
  answeredBy: (by) => `The answer that stands (${by}):`,
  takeTheirs: 'Take the answer that stands',
  saveMine: 'Save my words',
  noneLeft: 'No comment on this page is left without an answer.',
  nothingToUndo: 'There is no change to undo.',
  firstAnswer: 'This comment had no answer before, so there is nothing to go back to; please choose another outcome.',
  undone: (name) => `${name}: back to the answer before.`,
  chooseRows: 'Please choose comments with the key x first.',
  keys: 'Keys',
  keyRows: 'row to row',
  keyOutcome: 'outcome',
  keyWords: 'write',
  keyBack: 'back to the row',
  keyNext: 'save, go to the next open one',
  keyChoose: 'choose the row',
  keyBulk: 'answer together',
  keyUndo: 'undo',
  searchAll: 'Search everything (key /)',
  searchOpen: 'Search',
  nothingYet: 'Nothing here yet. Choose something in the panel, or type a request below.',
  older: 'Show older messages',
  find: 'Find',
  findWords: 'Find in this conversation',
  findOlder: 'Search older messages',
  findClose: 'Close the results',
  foundFor: (words, count, more) =>
    count === 0
      ? more
        ? `“${words}” is not in the recent messages.`
        : `No message contains “${words}”.`
      : `“${words}”: ${count} ${count === 1 ? 'message' : 'messages'}${more ? ' among the recent ones' : ''}`,
  shortcuts: 'Common tasks',
  composer: 'Message',
  composerHint: 'Type a request, for example: help',
  send: 'Send',
  sending: 'Sending…',
  sendingPart: (percent) => `Sending… ${percent}%`,
  uploading: 'Uploading files',
  attach: 'Attach',
  chosenFiles: 'Files to be sent',
  takeAway: (name) => `Remove the file ${name}`,
  takeAwayShort: 'Remove',
  takeOut: (name) => `Remove ${name}`,
  unnamedFile: 'unnamed file',
  sentFile: (name) => `File: ${name}`,
  fileTooLarge: (name, most) => `The file “${name}” is larger than ${most} and cannot be sent.`,
  tooManyFiles: (most) => `At most ${most} files can be sent at a time; the others were not added.`,
  tooMuchTogether: (most) => `The files of one message can be ${most} at most; please send them in several.`,
  unreadable: (name) => `“${name}” could not be read. Only files can be sent, not folders.`,
  filesLost: (names) =>
    `Files chosen but not sent (${names}) were lost when the page was reloaded. Please choose them again.`,
  tooLargeFiles: 'The files are too large to send. Please send them in several messages.',
  system: 'System',
  retry: 'Try again',
  notSent: 'Not sent; your text is still here. Check the connection and try again.',
  notSentPress: 'This request was not sent. Check the connection and try again.',
  notLoaded: 'Could not be loaded.',
  tooLarge: 'The text is too long to send. It is still here; please shorten it and send again.',
  notUnderstood: 'The system could not read the request. Your text is still here; reload the page and send again.',
  offline: 'No connection to the system. New messages will appear once it is back.',
  loadingDraft: 'Loading the draft…',
  noDraft: 'There is no such draft, or you cannot read it at present.',
  closeDraft: 'Close',
  outline: 'Outline',
  print: 'Print',
  findInDraft: 'Find in the draft',
  findInDraftHint: 'Article 12, or a few words',
  foundBefore: 'Previous match',
  foundNext: 'Next match',
  foundAt: (at, of) => `${at}/${of}`,
  notInDraft: 'Not found',
  remark: 'Comment',
  remarkPassage: 'Comment on this passage',
  remarkAs: 'Save comments in',
  howToMark:
    'Press [Comment] at a provision, or select a passage and press [Comment on this passage]. With the keyboard: on a Comment button, Shift and an arrow key select word by word or line by line.',
  passageTooLong: (most) =>
    `The passage has more than ${most} characters. Please select less, or comment on the whole provision.`,
  remarkSaved: 'The comment was saved in the draft, not sent yet. The draft is in the conversation.',
  myRemark: 'My comment',
  editRemark: 'Edit the comment',
  proposal: 'Proposed wording',
  required: 'required',
  cancel: 'Close the form',
  closeForm: 'Close this form?',
  closeFormKeeps:
    'What you entered has not been sent. If you keep it, it will be filled in when you open the form again.',
  closeFormFiles: 'Files will have to be chosen again.',
  stay: 'Go on writing',
  closeAndKeep: 'Close, keep the text',
  closeAndDrop: 'Close, drop the text',
  chooseOne: 'Choose one',
  options: 'Options found',
  noOption: 'Nothing matches.',
  optionsFound: (found, shown) =>
    found === shown
      ? `${found} ${found === 1 ? 'option' : 'options'}`
      : `${found} options; the first ${shown} are shown, type more to narrow them down`,
  missing: (label) => `Please fill in “${label}”.`,
  notChosen: (label) => `Please choose an answer to “${label}”.`,
  tooLong: (label, most, now) => `“${label}” has ${now} characters; at most ${most} are allowed.`,
  toMend: (count) => (count === 1 ? 'Please check one field:' : `Please check ${count} fields:`),
  counted: (now, most) => `${now}/${most} characters`,
  draftSaved: 'Saved in the draft, not sent yet.',
  unsentKept: 'What you had not sent last time has been filled in again.',
  unsentOther: 'There is unsent text from last time that differs from what is shown.',
  restore: 'Fill in the unsent text',
  forget: 'Discard the unsent text',
  unsentForms: 'Unsent forms',
  table: 'Table',
  opensElsewhere: 'opens a new tab',
  downloadPicture: (name) => `Download picture: ${name}`,
  downloadCalendar: (what) => `Download calendar file: ${what}`,
  news: (count) => `(${count}) Đôn đốc`,
  needLink: 'You need an access link',
  needLinkHow:
    'Each person signs in to this page with a link of their own, created by a coordinator. Please ask your coordinator for it, then open it in this browser. Do not pass your link on to anyone else.',
  badLink: 'This link does not work',
  badLinkHow:
    'It has expired, has been revoked, or was not copied in full. Please ask your coordinator for a new one, then open it in this browser.',
  otherPerson: (name) => `This browser now holds the link of ${name}.`,
  otherPersonHow:
    'The earlier session in this tab belonged to someone else and has ended. Continue to sign in as the new person.',
  goOnAs: (name) => `Continue as ${name}`,
}

/** @typedef {'vi' | 'en'} Locale */

const texts = { vi, en }

/** The page's language: every part reads its words here, and is drawn anew when it changes. */
export const speech = {
  /** @type {Locale} */
  locale: 'vi',
  /** IANA zone in which times are written; the committee's. */
  timeZone: 'Asia/Ho_Chi_Minh',
  get words() {
    return texts[this.locale]
  },
  /** How large a file is, in the units of file managers. @param {number} bytes */
  size(bytes) {
    const kilobytes = bytes / 1024
    const [value, unit] = kilobytes < 1024 ? [Math.ceil(kilobytes), 'KB'] : [kilobytes / 1024, 'MB']
    return `${new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 }).format(value)} ${unit}`
  },
  /** A day as people here write it, with its weekday, from `YYYY-MM-DD`. @param {string} day */
  day(day) {
    const at = new Date(`${day}T00:00:00Z`)
    if (Number.isNaN(at.getTime())) return ''
    const weekday = new Intl.DateTimeFormat(this.locale, { weekday: 'long', timeZone: 'UTC' }).format(at)
    return `${weekday}, ${this.date(at, 'UTC')}`
  },
  /** `30/06/2020`, `30 June 2020`, as the server writes it. @param {Date} at @param {string} timeZone */
  date(at, timeZone) {
    /** @type {Intl.DateTimeFormatOptions} */
    const parts =
      this.locale === 'vi'
        ? { day: '2-digit', month: '2-digit', year: 'numeric' }
        : { day: 'numeric', month: 'long', year: 'numeric' }
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(at)
  },
  /** An instant as `14:05, 16/06/2020`, `14:05 on 16 June 2020`, in the committee's zone. @param {string} instant */
  moment(instant) {
    const at = new Date(instant)
    if (Number.isNaN(at.getTime())) return ''
    const options = /** @type {const} */ ({ timeZone: this.timeZone, hourCycle: 'h23' })
    const hour = new Intl.DateTimeFormat('en-GB', { ...options, hour: '2-digit', minute: '2-digit' }).format(at)
    return `${hour}${this.locale === 'vi' ? ', ' : ' on '}${this.date(at, this.timeZone)}`
  },
}
