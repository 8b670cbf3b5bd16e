import type { Listed, Position, RoundChange, Standing } from '../contract/intent.ts'
import type { RefusalCode } from '../contract/refusal.ts'
import {
  formatDay,
  formatDayWithWeekday,
  formatDeadline,
  formatMoment,
  formatMonth,
  formatQuarter,
  formatStretch,
} from './dates.ts'
import { saysType } from './says-type.ts'
import { answersTexts } from './vi/answers.ts'
import { calendarLinkTexts } from './vi/calendar-link.ts'
import { choiceTexts } from './vi/choices.ts'
import { conversationTexts } from './vi/conversation.ts'
import { delegationTexts } from './vi/delegation.ts'
import { deskTexts } from './vi/desk.ts'
import { digestTexts } from './vi/digest.ts'
import { documentTexts } from './vi/documents.ts'
import { explainTexts } from './vi/explain.ts'
import { importedVisitsTexts } from './vi/imported-visits.ts'
import { labelTexts } from './vi/labels.ts'
import { leaveTexts } from './vi/leave.ts'
import { movesTexts } from './vi/moves.ts'
import { namedTexts } from './vi/named.ts'
import { addressed, type Named } from './vi/names.ts'
import { nudgeTexts } from './vi/nudge.ts'
import { overviewTexts } from './vi/overview.ts'
import { pickingTexts } from './vi/picking.ts'
import { recordTableTexts } from './vi/record-table.ts'
import { rehearseTexts } from './vi/rehearse.ts'
import { remarksTexts } from './vi/remarks.ts'
import { remindTexts } from './vi/remind.ts'
import { scheduleTexts } from './vi/schedule.ts'
import { teamsTexts } from './vi/teams.ts'
import { visitReminderTexts } from './vi/visit-reminders.ts'
import { visitsTexts } from './vi/visits.ts'
import { workingDaysTexts } from './vi/working-days.ts'

type Facts = Readonly<Record<string, string>>
const positions: Record<Position, string> = {
  agree: 'Đồng ý',
  'agree-with-comments': 'Đồng ý và có ý kiến bổ sung',
  disagree: 'Không đồng ý',
  other: 'Ý kiến khác',
}

const standings: Record<Standing, string> = {
  answered: 'Đã trả lời',
  late: 'Gửi muộn',
  deemed: 'Coi như đồng ý',
  missing: 'Chưa trả lời',
  former: 'Không còn là thành viên, chưa trả lời',
}

const listedWords: Record<Listed, string> = { ...standings, 'not-reached': 'Chưa chắc đã nhận được đề nghị' }

const changes: Record<RoundChange, string> = {
  extend: 'Gia hạn',
  close: 'Đóng đợt',
  reopen: 'Mở lại',
  withdraw: 'Thu hồi',
}

const refusals: Record<RefusalCode, (facts: Facts) => string> = {
  'not-linked': (f) =>
    `Hệ thống chưa biết tài khoản này là của ai. Xin chuyển mã sau cho người quản trị hệ thống để liên kết: ${f.account}.`,
  'other-tenant': () =>
    'Hệ thống không nhận yêu cầu từ tài khoản thuộc cơ quan khác trên nền tảng này; nội dung vừa gửi không được ghi nhận. Xin dùng tài khoản do cơ quan mình cấp, hoặc liên hệ Tổ công tác.',
  unnamed: () =>
    'Nền tảng không cho biết tài khoản này là của ai, nên Hệ thống không nhận yêu cầu; nội dung vừa gửi không được ghi nhận. Xin đăng nhập bằng tài khoản do cơ quan cấp rồi thử lại.',
  'not-allowed': () => 'Việc này thuộc quyền của vai trò khác. Nếu cần quyền này, xin liên hệ Tổ công tác.',
  'no-such-item': (f) => `Kế hoạch không có nội dung “${f.item}”. Gõ “kế hoạch” để xem các nội dung.`,
  'no-such-round': () => 'Không còn đợt lấy ý kiến này. Gõ “tình hình” để xem các đợt hiện có.',
  'no-such-leave': () => 'Không còn thời gian nghỉ này. Gõ “lịch nghỉ” để xem lại.',
  'no-such-delegation': () => 'Không còn ủy quyền này. Gõ “danh sách ủy quyền” để xem lại.',
  'not-delegated': () =>
    'Chưa có ủy quyền cho việc này, hoặc ủy quyền đã kết thúc, nên chưa ghi nhận gì. Nội dung đã viết vẫn còn nguyên, có thể sao chép.',
  'no-such-day': (f) => `Không có ngày “${f.day}” trong lịch. Xin kiểm tra và gõ lại.`,
  'no-such-person': (f) => `Không tìm thấy “${f.person}” trong danh sách.`,
  'no-round-yet': (f) => `“${f.title}” chưa có đợt lấy ý kiến nào.`,
  'no-open-round': (f) =>
    f.quarter
      ? `Không có đợt lấy ý kiến nào đang mở cho các nội dung ${f.quarter}.`
      : 'Không có đợt lấy ý kiến nào đang mở.',
  'not-asked': () => 'Tài khoản này không thuộc danh sách được lấy ý kiến trong đợt này.',
  'round-closed': (f) =>
    `Đợt lấy ý kiến đã đóng lúc ${f.at}; ý kiến này chưa được ghi nhận. Nội dung đã viết vẫn còn bên dưới hoặc trong biểu mẫu, có thể sao chép và gửi cho Tổ công tác.`,
  'round-withdrawn': (f) =>
    `Đợt lấy ý kiến đã được thu hồi${f.reason ? ` (lý do: ${f.reason})` : ''}; ý kiến này không được ghi nhận. Nội dung đã viết vẫn còn, có thể sao chép.`,
  'round-closed-already': (f) =>
    `Đợt này đã đóng lúc ${f.at}. Chưa có gì thay đổi. Nếu cần lấy thêm ý kiến, xin dùng “mở lại”.`,
  'round-withdrawn-already': (f) =>
    `Đợt này đã được thu hồi${f.reason ? ` (lý do: ${f.reason})` : ''} và không đổi được nữa. Có thể mở một đợt mới.`,
  'round-open': () => 'Đợt này vẫn đang mở, nên không mở lại được. Nếu cần thêm thời gian, xin dùng “gia hạn”.',
  'round-changed': () => 'Đợt này vừa được thay đổi. Chưa ghi nhận gì; xin xem lại thông tin mới rồi thử lại.',
  'round-live': (f) => `“${f.title}” đang có một đợt mở. Xin đóng hoặc thu hồi đợt đó trước khi mở đợt mới.`,
  'nothing-to-send': () => 'Không có bản nháp nào để gửi.',
  'no-opinion-yet': () => 'Chưa có ý kiến nào được ghi nhận ở đợt này.',
  'opinions-not-yet': () => 'Cơ quan soạn thảo nhận được các ý kiến sau khi đợt lấy ý kiến đóng.',
  'no-such-version': () => 'Không có bản ý kiến này.',
  'no-such-proposal': () =>
    'Không còn bản chuẩn bị này: đợt đã được mở, bản chuẩn bị đã bỏ hoặc đã có bản mới hơn. Chưa có gì thay đổi. Gõ “tình hình” để xem.',
  'preview-replaced': () =>
    'Bản xem trước này đã được thay bằng bản mới hơn, nên chưa có gì được ghi hay gửi từ bản này. Xin dùng bản mới nhất, hoặc nhập lại.',
  'no-such-file': () => documentTexts.sendAgain,
  'no-draft-of': (f) => `Chưa có tệp dự thảo nào của ${f.item}.`,
  'no-such-draft': () => 'Không còn tệp dự thảo này. Gõ “tình hình” để xem các đợt hiện có.',
  'no-such-attachment': () => 'Ý kiến hiện tại không kèm tệp này. Xin mở lại ý kiến để xem các tệp kèm theo.',
  'no-such-provision': () => 'Dự thảo không có điều, khoản này. Xin xem mục lục của dự thảo.',
  'no-draft-text': () => documentTexts.notADraft,
  'only-private': () => 'Việc này chỉ thực hiện trong cuộc trao đổi riêng với Hệ thống.',
  'nudge-answered': () => 'Ý kiến đã được ghi nhận; Hệ thống không nhắc nữa.',
  'snooze-too-late': () => 'Đã đến lần nhắc cuối trước hạn, nên không hoãn lời nhắc được nữa.',
  'no-such-plan': (f) => `Chưa có kế hoạch năm ${f.year}.`,
  'no-such-team': (f) => `Không có đoàn “${f.team}”. Gõ “các đoàn” để xem danh sách.`,
  'no-such-unit': () => 'Không có đơn vị này trong kế hoạch. Gõ “lịch” để xem các chuyến hiện có.',
  'no-such-visit': () => 'Không có chuyến kiểm tra này. Gõ “lịch” để xem các chuyến hiện có.',
  'no-such-duty': () => 'Người này không còn giữ nhiệm vụ đó trong đoàn. Gõ “các đoàn” để xem lại.',
  'no-such-request': () => 'Không còn đề nghị đổi lịch này. Gõ “lịch” để xem các chuyến hiện có.',
  'no-such-link': () => 'Không còn liên kết lịch này. Gõ “liên kết lịch” để xem lại.',
  'no-public-url': () =>
    'Chưa tạo được liên kết: Hệ thống chưa được khai báo địa chỉ truy cập, nên liên kết sẽ không mở được. Chưa có gì thay đổi; xin đề nghị người quản trị hệ thống đặt PUBLIC_URL rồi thử lại.',
  'leave-of-another': (f) =>
    `Ngày nghỉ của ${f.person} do người đó hoặc điều phối viên nhập. Chưa ghi nhận gì. Muốn nhập ngày nghỉ của mình, xin gõ “nghỉ phép” kèm ngày.`,
  'not-leader': () => 'Việc này do trưởng đoàn hoặc điều phối viên thực hiện. Chưa có gì thay đổi.',
  'visit-changed': () =>
    'Chuyến kiểm tra này vừa được thay đổi. Chưa ghi nhận gì; xin xem lại thông tin mới rồi thử lại.',
  'visit-cancelled': () =>
    'Chuyến kiểm tra này đã được hủy, nên chưa có gì thay đổi. Gõ “lịch” để xem các chuyến hiện có.',
  'visit-done': () => 'Chuyến kiểm tra này đã có báo cáo thực hiện, nên không có gì thay đổi.',
  'visit-undated': () =>
    'Chuyến kiểm tra này chưa có ngày, nên chưa có gì thay đổi. Điều phối viên đặt ngày, trưởng đoàn đề nghị ngày.',
  'visit-not-yet': () => 'Chuyến kiểm tra này chưa bắt đầu, nên chưa báo cáo được. Chưa có gì thay đổi.',
  'visit-exists': () => 'Đoàn này đã có chuyến kiểm tra đơn vị đó vào cùng thời gian. Chưa có gì thay đổi.',
  'already-answered': (f) =>
    `${f.person} đã tự gửi ý kiến nên Hệ thống không ghi thay. Người đó có thể tự sửa khi đợt còn mở.`,
}

/** A sentence that can be typed, and what it does. */
type Example = readonly [say: string, does: string]
/** A sentence as it is typed, and what it does where it can be pressed. */
type InFull = readonly [say: string, does?: string]

export const vi = {
  locale: 'vi' as 'vi' | 'en',
  positions,
  standings,
  changes,
  refusals,
  day: (day: string) => formatDay(day, 'vi'),
  stretch: (from: string, to: string) => formatStretch(from, to, 'vi'),
  month: (month: string) => formatMonth(month, 'vi'),
  dayWithWeekday: (day: string) => formatDayWithWeekday(day, 'vi'),
  deadline: (at: Date, zone: string) => formatDeadline(at, zone, 'vi'),
  moment: (at: Date, zone: string) => formatMoment(at, zone, 'vi'),
  quarter: (quarter: string) => formatQuarter(quarter, 'vi'),
  list: (words: readonly string[]) => words.join(', '),
  /** A body, unit, team or title as texts of this language call it; a person's name is never translated. */
  called: (name: string): string => name,
  notStated: 'văn bản nguồn không nêu',
  sample: 'Dữ liệu mẫu',
  page: (n: number, of: number) => `Trang ${n}/${of}`,

  errors: {
    bug: (id: string) =>
      `Hệ thống gặp lỗi, lần này chưa ghi nhận gì. Xin thử lại; nếu vẫn lỗi, xin báo người quản trị hệ thống mã ${id}.`,
    unknown: (id: string) =>
      `Hệ thống gặp lỗi và chưa biết lần này đã kịp ghi nhận hay chưa. Xin thử lại sau ít phút; nếu đã ghi nhận, Hệ thống sẽ không ghi nhận hai lần. Nếu vẫn lỗi, xin báo người quản trị hệ thống mã ${id}.`,
    lost: (id: string) =>
      `Hệ thống không còn truy cập được nơi lưu dữ liệu nên lần này chưa ghi nhận gì. Nội dung đã viết vẫn còn trong tin nhắn hoặc biểu mẫu này. Xin báo ngay người quản trị hệ thống mã ${id} và gửi lại sau khi sự cố được khắc phục.`,
    slow: 'Hệ thống chưa trả lời kịp. Nội dung đã viết vẫn còn trong tin nhắn hoặc biểu mẫu này; xin thử lại sau ít phút. Nếu lần này đã kịp ghi nhận, Hệ thống sẽ không ghi nhận hai lần.',
    outdatedButton:
      'Nút vừa bấm thuộc phiên bản khác của Hệ thống nên không còn dùng được; chưa có gì thay đổi. Dưới đây là tình trạng hiện tại.',
    outdatedForm:
      'Biểu mẫu này thuộc phiên bản khác của Hệ thống nên không gửi được; chưa có gì được ghi nhận. Nội dung đã viết vẫn còn nguyên ở đây: xin sao chép lại rồi mở biểu mẫu mới. Gõ “trang chủ” để bắt đầu.',
    badRequest: 'Hệ thống không đọc được yêu cầu này. Chưa có gì thay đổi. Gõ “trợ giúp” để xem các lệnh.',
    form: 'Biểu mẫu có mục cần sửa. Nội dung đã viết vẫn còn nguyên.',
    required: 'Xin điền mục này.',
    inForm: {
      fill: 'Cần điền “{label}”.',
      choose: 'Cần chọn “{label}”.',
      shorten: '“{label}” chỉ nhận tối đa {most} ký tự. Xin rút ngắn.',
      fillShort: 'Cần điền “{label}”, tối đa {most} ký tự.',
      shownOnly: 'Nội dung này dài nên không sửa được ở đây và được giữ nguyên. Xin sửa trên trang web.',
      listed: 'Chọn trong danh sách. Tên viết tắt, mã hoặc tên không dấu thì gõ ở ô dưới.',
    },
    tooLong: (length: number, limit: number) =>
      `Dài ${length} ký tự, tối đa ${limit}. Xin rút gọn, chia thành góp ý theo điều, khoản, hoặc gửi văn bản cho Tổ công tác.`,
    typedTooLong: (length: number, limit: number) =>
      `Ý kiến dài ${length} ký tự, Hệ thống nhận tối đa ${limit}. Chưa ghi nhận gì; nội dung vẫn còn trong tin nhắn vừa gửi. Xin chia thành góp ý theo điều, khoản, hoặc gửi văn bản cho Tổ công tác.`,
    tooManyComments: (limit: number) => `Một ý kiến có tối đa ${limit} góp ý theo điều, khoản.`,
    badChoice: 'Xin chọn một trong các mục có sẵn.',
    badDay: 'Không có ngày này trong lịch.',
    badTime: 'Xin ghi giờ theo dạng 17:00.',
    pastDeadline: 'Hạn phải sau thời điểm hiện tại.',
    notLater: 'Hạn mới phải sau hạn hiện tại.',
    badUrl: 'Xin ghi địa chỉ bắt đầu bằng https://.',
    badVersion: 'Xin ghi số lần dự thảo, từ 1 đến 999.',
    needsBasis: 'Nếu không trả lời được coi như đồng ý thì phải ghi căn cứ pháp lý.',
    needsWords: 'Phương án này cần có ý kiến chung hoặc ít nhất một góp ý theo điều, khoản.',
    needsPosition: 'Xin chọn phương án trả lời trước khi gửi.',
    unknownPeople: (words: readonly string[]) => `Không có trong danh sách thành viên: ${words.join('; ')}.`,
    ambiguousPeople: (words: readonly string[]) => `Có nhiều người trùng tên, xin ghi mã: ${words.join('; ')}.`,
    nobodyAsked: 'Xin chọn ít nhất một người để lấy ý kiến.',
    secret: (level: string) =>
      `Dự thảo đóng dấu “${level}” không được đưa lên Hệ thống. Xin lấy ý kiến theo quy định bảo vệ bí mật nhà nước.`,
  },

  files: {
    fact: 'Tệp gửi kèm chưa được lưu.',
    notKept: (names: readonly string[], more: number) =>
      `Hệ thống chưa nhận được tệp nên không lưu: ${names.join(', ')}${more > 0 ? ` và ${more} tệp khác` : ''}.`,
    howToSend: {
      inPrivate: 'Xin gửi lại tệp trong cuộc trao đổi riêng với Hệ thống.',
      onceLinked: 'Khi tài khoản đã được liên kết, xin gửi lại tệp trong cuộc trao đổi riêng với Hệ thống.',
      otherwise:
        'Nội dung góp ý xin gõ hoặc dán vào tin nhắn hay biểu mẫu; văn bản, tài liệu xin gửi trực tiếp cho Tổ công tác, là nơi ghi ý kiến bằng văn bản vào Hệ thống.',
    },
    picture: 'hình ảnh',
    unnamed: 'tệp không tên',
  },

  edits: {
    edited: 'Tin nhắn vừa được sửa, nhưng Hệ thống không đọc lại tin nhắn đã sửa.',
    deleted: 'Tin nhắn vừa được xóa, nhưng Hệ thống không xóa theo.',
    draftStays: (title: string) =>
      `Bản nháp ý kiến về “${title}” vẫn giữ nguyên, chưa gửi. Muốn đổi, xin mở bản nháp để sửa hoặc bỏ.`,
    opinionStays: (title: string) =>
      `Ý kiến đã ghi nhận về “${title}” vẫn giữ nguyên. Muốn đổi, xin mở ra để sửa và gửi lại khi đợt còn nhận ý kiến.`,
    actionStays: 'Việc đã thực hiện theo tin nhắn đó vẫn giữ nguyên.',
  },

  buttons: {
    answer: 'Cho ý kiến',
    agree: 'Đồng ý',
    document: 'Xem tài liệu',
    edit: 'Sửa ý kiến',
    choosePosition: 'Chọn phương án trả lời',
    editDraft: 'Sửa phương án, ý kiến chung',
    addComment: 'Thêm góp ý theo điều, khoản',
    editComment: 'Sửa',
    removeComment: 'Bỏ',
    send: 'Gửi ý kiến',
    discardDraft: 'Bỏ bản nháp',
    discardSurely: 'Bỏ hẳn bản nháp',
    keepDraft: 'Giữ lại',
    readFull: 'Xem toàn văn',
    readDraft: 'Xem toàn văn bản nháp',
    history: 'Các bản đã gửi',
    mine: 'Ý kiến của tôi',
    openMine: 'Mở ý kiến của tôi',
    plan: 'Kế hoạch',
    status: 'Tình hình',
    help: 'Trợ giúp',
    home: 'Trang chủ',
    access: 'Tạo liên kết truy cập',
    openRound: 'Mở đợt lấy ý kiến',
    open: 'Mở đợt và gửi',
    editProposal: 'Sửa',
    discardProposal: 'Hủy',
    record: 'Ghi ý kiến thay',
    back: 'Quay lại',
    remind: (n: number) => `Nhắc ${n} thành viên`,
    remindOne: 'Nhắc',
    reminders: 'Các lần nhắc',
    refresh: 'Làm mới',
    replaceRecorded: 'Thay bằng ý kiến của tôi',
    continue: 'Tiếp tục',
    previousPage: 'Trang trước',
    nextPage: 'Trang sau',
    recordFor: 'Ghi thay',
    read: 'Đọc',
    show: (listed: Listed, count: number) => `${listedWords[listed]} (${count})`,
    whoHasIt: 'Ai chưa nhận được đề nghị',
    quarter: (quarter: string) => formatQuarter(quarter, 'vi').replace(/^q/, 'Q'),
    noQuarter: 'Chưa rõ quý',
    language: 'English',
  },

  help: {
    title: 'Đôn đốc: các việc có thể làm',
    summary: 'Các lệnh có thể gõ',
    intro: 'Gõ có dấu hay không dấu đều được, tiếng Việt hoặc tiếng Anh.',
    // What is typed, with names for what stands in braces, and what it does: each is a button as well.
    everyone: [
      ['kế hoạch {quarter}', 'Các nội dung của quý'],
      ['tình hình {item}', 'Đợt lấy ý kiến đã đến đâu'],
      ['tại sao hạn {item}', 'Hạn được tính thế nào'],
      ['lịch đoàn {team}', 'Đoàn đến đâu, ngày nào'],
      ['các đoàn', 'Các đoàn công tác và người trong đoàn'],
      ['lịch nghỉ', 'Ai nghỉ, từ ngày nào'],
    ] as readonly Example[],
    member: [
      ['góp ý {item}', 'Mở thẻ cho ý kiến'],
      ['xem dự thảo {item}', 'Đọc dự thảo, tìm điều, khoản'],
      ['ý kiến của tôi', 'Các đợt được lấy ý kiến và ý kiến đã gửi'],
      ['hoãn lời nhắc', 'Chọn đợt và ngày nhắc lại cho riêng mình'],
      ['ủy quyền {item}', 'Cho người khác soạn, gửi hoặc quyết định thay'],
    ] as readonly Example[],
    coordinator: [
      ['lấy ý kiến {free}', 'Chuẩn bị và mở một đợt'],
      ['gia hạn {item}', 'Đổi hạn; cũng vậy: đóng, mở lại, thu hồi'],
      ['nhắc {item}', 'Xem ai sẽ được nhắc rồi mới gửi'],
      ['ghi thay {item}', 'Ghi ý kiến của thành viên vắng mặt, có nguồn'],
      ['các góp ý {item}', 'Góp ý theo điều, khoản; gộp các góp ý giống nhau'],
      ['trả lời góp ý {item}', 'Cơ quan soạn thảo tiếp thu, giải trình từng góp ý'],
      ['xuất bảng tổng hợp {item}', 'Nhận tệp Word, Excel; cũng vậy: phiếu, kết quả'],
      ['xếp {unit} cho đoàn {team}', 'Phân công, đặt ngày; xem chỗ trùng rồi mới lưu'],
      ['tổng quan lịch', 'Đơn vị chưa có đoàn, chưa có ngày'],
      ['bản tin', 'Việc sắp đến hạn, quá hạn, ai chưa nhận được tin'],
      ['chạy thử', 'Mọi tin sẽ gửi từ nay; chưa gửi gì'],
    ] as readonly Example[],
    team: [
      ['lịch của tôi tuần này', 'Các chuyến của đoàn mình'],
      ['chuyến tiếp theo', 'Xem, xác nhận, báo cáo chuyến'],
      ['tải lịch của tôi', 'Đưa lịch vào phần mềm lịch một lần'],
      ['liên kết lịch', 'Để phần mềm lịch tự cập nhật'],
    ] as readonly Example[],
    /** Whole sentences. Without what it does it is shown and not pressed: its words would stand in a draft at once. */
    inFull: {
      member: [
        ['góp ý {item} Điều 5 khoản 2: cần nêu rõ thời hạn'],
        ['góp ý {item} đồng ý', 'Soạn bản nháp, xem lại rồi mới gửi'],
        ['tìm dữ liệu trong dự thảo {item}', 'Các điều, khoản có từ đó'],
      ] as readonly InFull[],
      coordinator: [
        ['gia hạn {item} đến 17:00 07/07 vì cần thêm thời gian', 'Biểu mẫu điền sẵn hạn và lý do'],
        ['nhắc {item} {body}', 'Chỉ nhắc một đơn vị; xem rồi mới gửi'],
        ['thêm người vào đoàn {team}', 'Biểu mẫu để chọn người và nhiệm vụ'],
      ] as readonly InFull[],
      team: [
        ['xác nhận KT-12', 'Xem chuyến, xác nhận tại đó'],
        ['xin dời KT-12 sang 16/06', 'Biểu mẫu đề nghị đổi lịch, điền sẵn ngày'],
        ['báo cáo KT-12', 'Biểu mẫu báo cáo chuyến'],
      ] as readonly InFull[],
    },
    forInFull: 'Có thể nói đủ trong một câu, ví dụ',
    files: {
      draft: 'tệp dự thảo (.docx, .pdf, .md, .txt), ghi kèm mã như ND-DLCN: xem phần Hệ thống đọc được rồi mới lưu',
      read: 'đọc, tải dự thảo đã lưu: gõ xem dự thảo ND-DLCN',
      letter: 'văn bản đã ký (PDF, Word, ảnh): kèm vào ý kiến',
      source: 'văn bản đã ký của một thành viên: ghi ý kiến thay, lấy văn bản làm nguồn',
    },
    forFiles: 'Gửi tệp vào cuộc trao đổi này',
    forEveryone: 'Mọi người',
    forMembers: 'Thành viên',
    forTeams: 'Đoàn công tác',
    forCoordinators: 'Điều phối viên',
    notUnderstood: 'Hệ thống chưa hiểu câu này nên chưa làm gì.',
    notUnderstoodWords: (words: readonly string[]) =>
      `Hệ thống chưa hiểu ${words.map((word) => `“${word}”`).join(', ')}, nên chưa làm gì.`,
    notUsed: (words: readonly string[]) => `Chưa dùng: ${words.map((word) => `“${word}”`).join(', ')}`,
    takenAs: (what: string) => `Hiểu là: ${what} (vừa nói đến)`,
    readAs: (typed: string, day: string) => `“${typed}” được hiểu là ngày ${day}.`,
    whichVisit: 'Xin chọn chuyến:',
    nearest: 'Có phải một trong các việc sau:',
    ask: 'Có nhiều cách hiểu. Xin chọn một:',
    whichItem: 'Xin chọn nội dung:',
    moreItems: (n: number) => `Còn ${n} nội dung khác: xin gõ kèm mã nội dung.`,
    whichAnswers: 'Xin chọn đợt lấy ý kiến:',
    moreAnswers: (n: number) => `Còn ${n} đợt khác: xin gõ kèm mã nội dung.`,
    whichWaiting: 'Có nhiều đợt đang chờ ý kiến. Xin chọn nội dung:',
    moreWaiting: (n: number) => `Còn ${n} đợt khác: xin gõ kèm mã nội dung, hoặc mở “Ý kiến của tôi”.`,
    nothingWaits: 'Không có đợt nào đang chờ ý kiến, nên chưa ghi gì. Muốn sửa ý kiến đã gửi, xin mở “Ý kiến của tôi”.',
    languageSet: 'Từ nay Hệ thống trả lời bằng tiếng Việt.',
    continuePrivately: 'Việc vừa yêu cầu trong kênh chỉ làm được ở đây.',
    sentPrivately: 'Hệ thống đã gửi phần tiếp theo vào cuộc trao đổi riêng.',
    answeredPrivately: 'Hệ thống đã trả lời biểu mẫu trong cuộc trao đổi riêng.',
  },

  home: {
    title: (to: Named) => `Kính chào ${addressed(to)}`,
    summary: (open: number) => (open === 0 ? 'Không có ý kiến nào đang chờ' : `${open} đợt đang chờ ý kiến`),
    waiting: 'Đang chờ ý kiến',
    nothing: 'Không có đợt nào đang chờ ý kiến.',
    rounds: 'Các đợt đang mở',
    noRounds: 'Chưa có đợt nào đang mở.',
    due: (deadline: string) => `hạn ${deadline}`,
    more: (n: number) => `và ${n} đợt khác; gõ “tình hình” để xem hết.`,
    moreWaiting: (n: number) => `và ${n} đợt khác đang chờ ý kiến; mở “Ý kiến của tôi” để xem hết.`,
    roles: (roles: readonly string[]) => `Vai trò: ${roles.join(', ')}`,
    most: 'Việc thường làm',
    others: 'Tra cứu',
    own: 'Cá nhân và trợ giúp',
  },

  roles: {
    member: 'thành viên Ủy ban',
    coordinator: 'điều phối viên',
    drafter: 'cơ quan soạn thảo',
    team: 'đoàn công tác',
    chair: 'Chủ tịch Ủy ban',
    operator: 'người quản trị hệ thống',
  },

  plan: {
    title: (title: string, year: number) => `${title} (${year})`,
    none: 'Chưa có kế hoạch nào được nhập.',
    empty: 'Không có nội dung nào trong quý này.',
    noYear: (year: number) => `Chưa có kế hoạch năm ${year} nào được nhập.`,
    heldBy: (quarter: string, items: number) =>
      `${formatQuarter(quarter, 'vi').replace(/^q/, 'Q')} có ${items} nội dung; xin bấm nút dưới đây nếu muốn xem quý đó.`,
    quarterHeading: (quarter: string) => formatQuarter(quarter, 'vi').replace(/^q/, 'Q'),
    now: 'quý này',
    noQuarter: 'Quý: văn bản nguồn không nêu',
    item: 'Nội dung',
    agency: 'Cơ quan soạn thảo',
    quarter: 'Quý',
    type: 'Loại',
    key: 'Mã',
    deadline: 'Hạn mặc định (suy ra)',
    derived: (deadline: string) => `${deadline}; suy ra: 17:00 ngày làm việc cuối quý, văn bản nguồn không nêu ngày`,
    deadlineColumn: 'Hạn cho ý kiến',
    origin: 'Hạn này do',
    originDefault: (quarter: string) => `lấy theo hạn mặc định của ${quarter} (suy ra)`,
    originOpening: 'điều phối viên ấn định khi mở đợt',
    originChanged: (at: string) => `điều phối viên ấn định lại lúc ${at}`,
    before: (deadline: string) => `trước đó là ${deadline}`,
    defaultIs: (deadline: string) => `hạn mặc định của quý (suy ra) là ${deadline}`,
    agencyNote: 'Câu trong văn bản nguồn có thể chỉ nêu cơ quan của nội dung kế tiếp.',
    round: 'Đợt lấy ý kiến',
    noRound: 'chưa có',
  },

  round: {
    number: (n: number) => `đợt ${n}`,
    title: (type: string, title: string) =>
      saysType(type, title) ? title : `${type.charAt(0).toUpperCase()}${type.slice(1)}: ${title}`,
    formTitle: 'Chuẩn bị lấy ý kiến',
    formSubmit: 'Xem trước',
    version: 'Bản dự thảo',
    url: 'Đường dẫn tài liệu',
    urlHint: 'https://… (có thể bỏ trống)',
    secrecy: 'Độ mật của dự thảo',
    secrecyLevels: { none: 'Không mật', mat: 'Mật', toimat: 'Tối mật', tuyetmat: 'Tuyệt mật' },
    day: 'Hạn: ngày',
    time: 'Hạn: giờ',
    dayHint: 'Nếu không ghi số ngày làm việc, mặc định là ngày làm việc cuối của quý; văn bản nguồn không nêu ngày.',
    asked: 'Đối tượng lấy ý kiến',
    askedAll: (n: number) => `Tất cả thành viên (${n})`,
    askedNamed: 'Chỉ những người chọn dưới đây',
    names: 'Những người được lấy ý kiến',
    late: 'Ý kiến gửi sau hạn',
    lateAccept: 'Vẫn nhận, ghi “gửi muộn”',
    lateRefuse: 'Không nhận',
    answersFrom: 'Cơ quan soạn thảo xem ý kiến',
    fromClosing: 'Từ khi đợt đóng',
    fromOpening: 'Ngay từ khi mở đợt',
    silence: 'Trường hợp không trả lời',
    silenceNone: 'Tính là chưa trả lời',
    silenceDeemed: 'Coi như đồng ý (phải có căn cứ)',
    basis: 'Căn cứ của việc coi như đồng ý',
    basisHint: 'Ví dụ: Điều …, Quy chế làm việc của Ủy ban',
    positions: 'Các phương án trả lời',
    preview: 'Xem trước, chưa gửi',
    previewSummary: (title: string) => `Xem trước đợt lấy ý kiến: ${title}`,
    closes: 'Đóng lúc',
    closesDerived: 'ngày làm việc cuối của quý (suy ra)',
    deadlineWarnings: {
      dayOff: (day: string, name: string) => `Lưu ý: hạn rơi vào ngày nghỉ (${day}${name === '' ? '' : `, ${name}`}).`,
      outOfHours: (time: string) => `Lưu ý: hạn lúc ${time}, ngoài giờ làm việc.`,
      short: 'Lưu ý: từ nay đến hạn chưa đủ một ngày làm việc.',
    },
    willAsk: (n: number) => `Sẽ lấy ý kiến ${n} người`,
    unreachable: (n: number) => `Chưa gửi tin nhắn được (${n})`,
    unreachableNote:
      'Những người này vẫn được tính là đã được lấy ý kiến; xin báo bằng cách khác hoặc ghi ý kiến thay.',
    others: (n: number) => `và ${n} người khác`,
    documentLabel: 'Tài liệu',
    noDocument: 'không có tệp, không có đường dẫn',
    documentFile: (name: string) => `tệp ${name}`,
    onTheWay: (n: number) => `Hệ thống đang gửi đề nghị đến ${n} người có tài khoản nhận tin.`,
    opened: (title: string) => `Đã mở đợt lấy ý kiến về “${title}”.`,
    discarded: 'Đã hủy bản chuẩn bị. Chưa gửi gì cho ai.',
    whichItem: 'Mở đợt lấy ý kiến cho nội dung nào?',
    allOpen: 'Nội dung nào cũng đang có đợt lấy ý kiến.',
    moreItems: (n: number) => `Còn ${n} nội dung khác: xin gõ “lấy ý kiến” kèm mã nội dung.`,
    reason: 'Lý do',
    reasonHint: 'Gửi cho mọi người được lấy ý kiến.',
    newDay: 'Hạn mới: ngày',
    newTime: 'Hạn mới: giờ',
    current: 'Hạn hiện tại',
    later: (n: number, from: string, day: string) =>
      `Hạn mới điền dưới đây: hạn hiện tại ${from} cộng ${n} ngày là ${day}.`,
    laterWorking: (n: number, from: string, day: string) =>
      `Hạn mới điền dưới đây: hạn hiện tại ${from} cộng ${n} ngày làm việc là ${day}.`,
    fromToday: (n: number, day: string) =>
      `Hạn cũ đã qua, nên hạn mới điền dưới đây tính từ hôm nay cộng ${n} ngày: ${day}.`,
    fromTodayWorking: (n: number, day: string) =>
      `Hạn cũ đã qua, nên hạn mới điền dưới đây tính từ hôm nay cộng ${n} ngày làm việc: ${day}.`,
    changed: {
      extend: 'Đã gia hạn. Hệ thống đang báo cho những người được lấy ý kiến.',
      close: 'Đã đóng đợt. Hệ thống đang báo cho những người liên quan.',
      reopen: 'Đã mở lại đợt. Hệ thống đang báo cho những người được lấy ý kiến.',
      withdraw: 'Đã thu hồi đợt. Hệ thống đang báo cho những người được lấy ý kiến.',
    } satisfies Record<RoundChange, string> as Record<RoundChange, string>,
  },

  notifications: {
    request: (to: Named, agency: string | null, type: string, title: string, version: number) =>
      `Kính gửi ${addressed(to)}. ${agency === null ? 'Tổ công tác' : agency} đề nghị cho ý kiến về ${saysType(type, title) ? '' : `${type} `}“${title}” (bản ${version}).`,
    draftFile: (title: string, version: number) =>
      `Tệp dự thảo kèm theo đề nghị cho ý kiến về “${title}” (bản ${version}).`,
    extended: (title: string, deadline: string) => `Hạn cho ý kiến về “${title}” được gia hạn đến ${deadline}.`,
    closed: (title: string) => `Đợt lấy ý kiến về “${title}” đã đóng.`,
    reopened: (title: string, deadline: string) => `Đợt lấy ý kiến về “${title}” được mở lại, hạn mới ${deadline}.`,
    withdrawn: (title: string) => `Đợt lấy ý kiến về “${title}” đã được thu hồi; không cần trả lời nữa.`,
    due: (title: string) => `Đã hết hạn cho ý kiến về “${title}”.`,
    dueLate: 'Ý kiến gửi sau hạn vẫn được tiếp nhận và ghi “gửi muộn” cho đến khi đóng đợt.',
    deadlines: (n: number) => `${n} đợt lấy ý kiến đã hết hạn.`,
    passed: (
      title: string,
      deadline: string,
      n: { readonly answered: number; readonly total: number; readonly missing: number; readonly deemed: number },
      closed: boolean,
    ) =>
      `“${title}”: đã gửi ${n.answered}/${n.total}; chưa gửi ${n.missing}${n.deemed === 0 ? '' : `; coi như đồng ý ${n.deemed}`}. Hạn: ${deadline}. ${closed ? 'Đợt đã đóng.' : 'Vẫn nhận ý kiến gửi muộn.'}`,
    drafter: (title: string) => `Đợt lấy ý kiến về “${title}” đã đóng. Cơ quan soạn thảo có thể xem các ý kiến.`,
    recorded: (to: Named, title: string, position: string, source: string) =>
      `Kính gửi ${addressed(to)}. Tổ công tác đã ghi thay ý kiến “${position}” về “${title}”, theo nguồn: ${source}. Có thể thay bằng ý kiến tự gửi khi đợt còn mở.`,
    reason: 'Lý do',
  },

  opinion: {
    version: 'Bản dự thảo',
    deadline: 'Hạn',
    former: (day: string) =>
      `Nhiệm vụ thành viên Ủy ban đã kết thúc từ ${day}, nên đợt này không còn chờ ý kiến của tài khoản này. Nếu đã có ý kiến bằng văn bản trước ngày đó, xin báo Tổ công tác để được ghi nhận.`,
    deadlineBefore: 'Hạn trước đó',
    agency: 'Cơ quan soạn thảo',
    position: 'Phương án trả lời',
    notChosen: 'chưa chọn',
    words: 'Ý kiến chung',
    comments: (n: number) => `Góp ý theo điều, khoản (${n})`,
    moreComments: (n: number) => `và ${n} góp ý khác; xem toàn văn để đọc hết.`,
    proposal: 'Đề nghị sửa thành',
    noWords: 'không ghi ý kiến',
    draftTitle: 'Bản nháp, chưa gửi',
    discardAsk: 'Bỏ bản nháp này? Nội dung dưới đây sẽ mất, không lấy lại được.',
    sentStays: 'Ý kiến đã gửi vẫn giữ nguyên.',
    draftKept: 'Bản nháp được lưu từng bước; có thể viết tiếp sau, trên mọi tài khoản đã liên kết với Hệ thống.',
    draftSummary: (title: string) => `Bản nháp ý kiến về “${title}”, chưa gửi`,
    answered: (position: string, at: string) => `Hệ thống đã ghi nhận ý kiến “${position}” lúc ${at}.`,
    inForce: (position: string, at: string) =>
      `Ý kiến đang có hiệu lực: “${position}”, gửi lúc ${at}; bản nháp này thay thế khi gửi.`,
    answeredSummary: (title: string) => `Đã ghi nhận ý kiến về “${title}”`,
    late: 'Gửi muộn',
    lateNow: 'Đã quá hạn. Ý kiến gửi lúc này vẫn được tiếp nhận và ghi “gửi muộn”.',
    receipt: 'Mã biên nhận',
    time: 'Thời gian',
    canEdit: (deadline: string) => `Có thể sửa đến hạn ${deadline}.`,
    canEditLate: 'Có thể sửa đến khi đóng đợt; bản sửa ghi “gửi muộn”.',
    recordedBy: (source: string) => `Tổ công tác ghi thay, theo: ${source}`,
    closedNoAnswer: 'Đợt đã đóng. Không có ý kiến nào được ghi nhận.',
    deemed: (basis: string) => `Không trả lời trong hạn: coi như đồng ý, căn cứ ${basis}.`,
    closedAt: (at: string) => `Đợt đã đóng lúc ${at}.`,
    withdrawn: (reason: string) => `Đợt đã được thu hồi. Lý do: ${reason}.`,
    formTitle: 'Cho ý kiến',
    formSubmit: 'Lưu nháp, xem lại',
    noted: (count: number, provisions: string) =>
      `Đã lưu vào bản nháp ${count} góp ý theo điều, khoản: ${provisions}. Xin chọn phương án trả lời rồi xem lại.`,
    bodyHint: 'Để trống nếu đồng ý và không có ý kiến thêm. Góp ý cho từng điều, khoản được thêm ở bước sau.',
    commentForm: 'Góp ý theo điều, khoản',
    commentSubmit: 'Lưu góp ý',
    provision: 'Điều, khoản, điểm',
    provisionHint: 'Ví dụ: Điều 5, khoản 2, điểm a',
    at: 'Điều, khoản',
    atHint: 'Gõ số điều hoặc vài chữ để tìm.',
    atMainOnly: 'Danh sách không có khoản, điểm; xin ghi khoản, điểm ở ô dưới.',
    atByWords: 'Không chọn, ghi bằng lời ở ô dưới',
    provisionInWords: 'Ghi bằng lời',
    provisionInWordsHint: 'Có thể bỏ trống. Ví dụ: khoản 2, điểm a (của điều đã chọn); Phần mở đầu; Toàn văn',
    noPlace: 'Xin chọn một điều, khoản hoặc ghi bằng lời ở ô dưới.',
    noSuchPlace: 'Dự thảo của đợt này không có điều, khoản ấy. Xin chọn một mục trong danh sách.',
    placeDisagrees: (chosen: string) =>
      `Ô trên đang chọn ${chosen}, ô này lại ghi chỗ khác. Xin để trống ô này, hoặc chọn lại ở ô trên.`,
    remark: 'Nội dung góp ý',
    proposalHint: 'Nếu có',
    conflict:
      'Bản nháp vừa được sửa ở nơi khác. Nội dung đang lưu ở trên; nội dung vừa viết vẫn ở trong ô. Gửi lại thì nội dung trong ô thay nội dung đang lưu.',
    draftChanged: 'Bản nháp đã thay đổi so với thẻ vừa bấm. Chưa gửi gì; xin xem lại bản dưới đây rồi gửi.',
    nothingNew: 'Ý kiến này đã được ghi nhận từ trước; không ghi thêm lần nữa.',
    notSent: 'Chưa gửi được. Nội dung đã viết ở dưới đây để sao chép:',
    mine: 'Ý kiến của tôi',
    noneAsked: 'Tài khoản này chưa được lấy ý kiến trong đợt nào.',
    notAskedOn: (item: string) => `Tài khoản này chưa được lấy ý kiến về ${item}.`,
    history: (title: string) => `Các bản ý kiến về “${title}”`,
    historyOf: (who: string, title: string) => `Các bản ý kiến của ${who} về “${title}”`,
    versionNo: (n: number) => `Bản ${n}`,
    current: 'đang có hiệu lực',
    draftWaiting: 'có bản nháp chưa gửi',
  },

  board: {
    title: (title: string) => `Tình hình: ${title}`,
    allTitle: 'Các đợt lấy ý kiến đang mở',
    allCounted: (n: number) => `Các đợt lấy ý kiến đang mở (${n})`,
    none: 'Không có đợt nào đang mở.',
    progress: (done: number, total: number) => `Đã trả lời ${done}/${total}`,
    phase: {
      open: 'đang mở',
      late: 'quá hạn, vẫn nhận muộn',
      closed: 'đã đóng',
      withdrawn: 'đã thu hồi',
    },
    /** What the groups of buttons are called. */
    groups: {
      people: 'Người được hỏi',
      documents: 'Tài liệu và góp ý',
      reminders: 'Nhắc trả lời',
      changes: 'Xử lý đợt lấy ý kiến',
    },
    state: 'Trạng thái',
    deemedNote: (basis: string) => `“Coi như đồng ý” theo ${basis}; không tính là đã trả lời.`,
    notAdoption: 'Số liệu chỉ cho biết ý kiến đã nhận, không phải kết quả thông qua.',
    people: (listed: Listed, count: number) => `${listedWords[listed]}: ${count} người`,
    who: 'Họ tên',
    organisation: 'Cơ quan',
    position: 'Phương án trả lời',
    at: 'Lúc',
    formerCount: (n: number) => `${n} người, không tính vào tổng số`,
    formerSince: (day: string) => `không còn là thành viên từ ${day}`,
    successor: (who: string) => `đã lấy ý kiến người kế nhiệm: ${who}`,
    request: 'Đề nghị cho ý kiến',
    requests: 'Đề nghị gửi người chưa trả lời',
    reach: {
      sent: (at: string) => `đã gửi đến lúc ${at}`,
      gone: 'hiện không gửi tin nhắn được; xin báo bằng cách khác',
      sending: 'đang gửi',
      waiting: 'đang chờ gửi',
      waitingUntil: (at: string) => `chờ gửi lúc ${at}`,
      unsure: 'chưa rõ đã đến hay chưa; xin hỏi trực tiếp hoặc nhắc lại',
      failed: 'không gửi được; xin báo bằng cách khác và báo người quản trị hệ thống',
      unreachable: 'chưa gửi tin nhắn được; xin liên kết tài khoản, tạo liên kết truy cập hoặc ghi ý kiến thay',
      dropped: 'không gửi vì lúc đó không còn cần; xin nhắc',
      none: 'chưa gửi lần nào; xin nhắc',
    },
    reachShort: {
      sent: 'đã gửi đến',
      sending: 'đang gửi',
      waiting: 'đang chờ gửi',
      unsure: 'chưa rõ',
      failed: 'không gửi được',
      unreachable: 'chưa gửi được',
      dropped: 'không gửi',
      none: 'chưa gửi lần nào',
    },
    nobody: 'Không có ai.',
    recorded: 'ghi thay',
  },

  record: {
    formTitle: 'Ghi ý kiến thay',
    formSubmit: 'Ghi nhận',
    person: 'Người cho ý kiến',
    source: 'Nguồn',
    sourceOfFile: 'Có thể bỏ trống: nguồn là văn bản kèm theo',
    sourceHint: 'Ví dụ: Công văn số …, điện thoại, ngày …',
    received: 'Ngày nhận',
    done: (who: string, receipt: string) =>
      `Đã ghi ý kiến của ${who}. Mã biên nhận: ${receipt}. Hệ thống đang báo cho người đó.`,
    futureDay: 'Ngày nhận không thể sau hôm nay.',
  },

  access: {
    formTitle: 'Liên kết truy cập',
    formSubmit: 'Tạo liên kết',
    person: 'Người sử dụng',
    made: (who: string, until: string) =>
      `Liên kết cho ${who}, dùng được đến ${until}. Ai có liên kết này đều truy cập được với tư cách người đó: xin chỉ chuyển cho đúng người.`,
    again: 'Liên kết chỉ hiện một lần. Nếu chưa kịp sao chép, xin tạo liên kết mới; liên kết cũ sẽ mất hiệu lực.',
    link: 'Liên kết',
  },

  accountsGone: {
    title: (n: number) => `Có ${n} người không còn nhận được tin qua tài khoản đã liên kết`,
    line: (who: string, platform: string, why: string) => `${who}: tài khoản ${platform} ${why}`,
    why: {
      deactivated: 'đã bị vô hiệu hóa',
      'unknown-person': 'không còn tồn tại',
      elsewhere: 'thuộc cơ quan khác',
    },
    whatToDo:
      'Hệ thống không gửi tin vào các tài khoản này nữa cho đến khi chúng hoạt động trở lại. Xin báo bằng cách khác, đề nghị người quản trị hệ thống liên kết tài khoản mới, tạo liên kết truy cập, hoặc ghi ý kiến thay.',
  },

  nudge: nudgeTexts,
  remind: remindTexts,
  documents: documentTexts,
  leave: leaveTexts,
  delegation: delegationTexts,
  explain: explainTexts,
  workingDays: workingDaysTexts,
  digest: digestTexts,
  choices: choiceTexts,
  rehearse: rehearseTexts,
  schedule: scheduleTexts,
  visits: visitsTexts,
  importedVisits: importedVisitsTexts,
  conversation: conversationTexts,
  visitReminders: visitReminderTexts,
  moves: movesTexts,
  teams: teamsTexts,
  overview: overviewTexts,
  recordTable: recordTableTexts,
  remarks: remarksTexts,
  answers: answersTexts,
  desk: deskTexts,
  calendarLink: calendarLinkTexts,
  labels: labelTexts,
  named: namedTexts,
  picking: pickingTexts,

  demo: {
    banner: (sample: boolean, moment: string) =>
      `${sample ? 'Dữ liệu mẫu, không phải người thật. ' : ''}Đồng hồ thử nghiệm: ${moment}`,
  },
}

/** Everything people read, in one language. Vietnamese is the source: another language must be as complete. */
export type Texts = typeof vi
