import { fold } from '../fold.ts'

/** What people read in the documents about a round, in Vietnamese, the source. Days, moments and names come in as they are shown. */
export const recordTableTexts = {
  title: 'BẢNG TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý',
  /** No type before a title that says it. */
  about: (type: string, title: string) => {
    if (fold(title).startsWith('du thao')) return `Về ${title.charAt(0).toLowerCase()}${title.slice(1)}`
    return fold(title).startsWith(fold(type)) ? `Về dự thảo ${title}` : `Về dự thảo “${title}”`
  },
  columns: [
    'NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN',
    'CHỦ THỂ GÓP Ý',
    'NỘI DUNG GÓP Ý',
    'NỘI DUNG TIẾP THU, GIẢI TRÌNH',
  ] as readonly [string, string, string, string],
  groups: {
    general: 'Ý kiến chung',
    other: 'Nội dung khác',
    article: (number: number, suffix: string) => `Điều ${number}${suffix}`,
    part: (number: number) => `Phần ${roman(number)}`,
    chapter: (number: number) => `Chương ${roman(number)}`,
    section: (number: number) => `Mục ${roman(number)}`,
    appendix: (number: number) => (number === 0 ? 'Phụ lục' : `Phụ lục ${roman(number)}`),
  },
  outcomes: {
    accept: 'Tiếp thu',
    partly: 'Tiếp thu một phần',
    explain: 'Giải trình',
    note: 'Ghi nhận',
  },
  noRemarks: 'Chưa có nội dung góp ý nào được ghi nhận.',
  creator: 'Đôn đốc',
  pageWord: 'Trang',
  round: (n: number) => `Đợt ${n}`,
  late: 'gửi muộn',
  recordedFor: (source: string) => `Tổ công tác ghi thay, theo: ${source}`,
  delegated: (who: string) => `gửi theo ủy quyền: ${who}`,
  letter: (what: string, day: string | undefined) =>
    `văn bản kèm theo: ${what}${day === undefined ? '' : ` ngày ${day}`}`,

  bases: 'Căn cứ',
  consultation: '1. Việc lấy ý kiến',
  draft: 'Bản lấy ý kiến',
  draftAsked: (version: number, round: string) => `dự thảo lần ${version}, ${round.toLowerCase()}`,
  agency: 'Cơ quan soạn thảo',
  period: 'Thời gian lấy ý kiến',
  fromTo: (from: string, to: string) => `từ ${from} đến ${to}`,
  closedEarly: (ended: string, due: string) => `${ended} (đóng trước hạn ${due})`,
  drawnUp: 'Số liệu tính đến',
  results: '2. Kết quả',
  askedCount: 'Số thành viên được lấy ý kiến',
  answeredCount: 'Số thành viên đã trả lời',
  answeredOf: (answered: number, late: number) =>
    late === 0 ? String(answered) : `${answered}, trong đó gửi muộn: ${late}`,
  byPosition: 'Theo phương án trả lời',
  agreed: (n: number) => `Đồng ý, không có ý kiến khác (${n})`,
  remarked: (n: number) => `Có ý kiến góp ý (${n})`,
  wordless: (n: number) => `Không đồng ý hoàn toàn nhưng không nêu nội dung (${n})`,
  deemed: (n: number, basis: string) =>
    `Không trả lời, được coi như đồng ý${basis === '' ? '' : ` theo ${basis}`} (${n})`,
  missing: (n: number) => `Chưa trả lời (${n})`,
  former: (n: number) => `Không còn là thành viên khi chưa trả lời, không tính vào tổng số (${n})`,
  stillOpen: (at: string) =>
    `Đợt lấy ý kiến chưa kết thúc. Tài liệu này mới phản ánh các ý kiến nhận được đến ${at} và có thể còn thay đổi.`,
  ofPart: (place: number, words: string) => `Ý ${place}: ${words}`,
  unanswered: (n: number) => `Còn ${n} góp ý chưa có nội dung tiếp thu, giải trình của cơ quan soạn thảo.`,
  withdrawn: (reason: string | undefined) =>
    `Đợt lấy ý kiến này đã được thu hồi${reason === undefined ? '' : `. Lý do: ${reason}`}.`,

  ballot: {
    title: 'PHIẾU LẤY Ý KIẾN',
    person: 'Họ và tên',
    title2: 'Chức vụ',
    organisation: 'Cơ quan',
    question: 'Ý kiến đối với dự thảo (đánh dấu một phương án):',
    words: 'Ý kiến chung:',
    noWords: 'Không có.',
    comments: 'Góp ý theo điều, khoản:',
    receipt: (code: string, at: string) => `${code}, ghi nhận lúc ${at}`,
    mark: (mark: string) => `Ghi chú: ${mark}.`,
    signature: ['NGƯỜI CHO Ý KIẾN', '(Ký, ghi rõ họ tên)'] as readonly string[],
    none: 'Chưa có phiếu lấy ý kiến nào được trả lời.',
  },

  counts: {
    title: 'KẾT QUẢ LẤY Ý KIẾN',
    answered: 'Đã trả lời',
    silent: 'Không trả lời',
    bar: (label: string, done: number, total: number, percent: number) =>
      `${label}: ${done}/${total} (${String(percent).replace('.', ',')}%)`,
    deemed: (basis: string) => `Được coi như đồng ý${basis === '' ? '' : ` theo ${basis}`}`,
    former: 'Không còn là thành viên khi chưa trả lời, không tính vào tổng số',
    half: 'So với một nửa tổng số thành viên được lấy ý kiến',
    halfOf: (agree: number, withRemarks: number, sum: number, total: number, more: boolean) =>
      `Đồng ý: ${agree}; đồng ý và có ý kiến bổ sung: ${withRemarks}; cộng: ${sum}/${total}, ${more ? 'quá một nửa' : 'không quá một nửa'}. Số được coi như đồng ý không tính vào đây.`,
  },

  export: {
    dossierTooLarge:
      'Hồ sơ này lớn hơn 20 MB nên không gửi được qua đây. Xin đề nghị người quản trị hệ thống xuất bằng lệnh “export record --what dossier”, hoặc lấy riêng bảng tổng hợp và từng văn bản kèm theo.',
    button: 'Xuất bảng tổng hợp',
    otherButton: 'Tài liệu khác',
    formTitle: 'Xuất tài liệu của đợt',
    formSubmit: 'Tạo tệp',
    what: 'Tài liệu',
    format: 'Định dạng của bảng tổng hợp',
    formatHint: 'Phiếu và kết quả là tệp Word để in.',
    whats: {
      table: 'Bảng tổng hợp ý kiến',
      ballots: 'Phiếu lấy ý kiến',
      results: 'Kết quả lấy ý kiến',
      dossier: 'Toàn bộ hồ sơ (bảng tổng hợp, phiếu, kết quả, dự thảo, văn bản kèm theo)',
    },
    formats: {
      docx: 'Văn bản Word (.docx)',
      xlsx: 'Bảng tính Excel (.xlsx)',
      csv: 'Bảng CSV',
      html: 'Trang HTML để xem, in',
      zip: 'Tệp nén (.zip)',
    },
    ready: (what: string, title: string) => `${what} về “${title}”`,
    mine: (title: string) => `Phiếu lấy ý kiến của tôi về “${title}”`,
    download: (what: string, format: string) =>
      `Tải ${what.charAt(0).toLowerCase()}${what.slice(1)}: ${format.charAt(0).toLowerCase()}${format.slice(1)}`,
    onTheWay: 'Tệp được lập theo số liệu lúc tải và chỉ dành cho người yêu cầu; xin không chuyển tiếp.',
    until: (at: string) => `Liên kết dùng được đến ${at}, sau đó xin bấm lại để nhận tệp mới.`,
    open: 'Đợt lấy ý kiến chưa kết thúc: số liệu còn có thể thay đổi, tệp ghi rõ điều này.',
    nowhere:
      'Nền tảng này không nhận được tệp. Xin lấy tệp trên trang web, hoặc đề nghị người quản trị hệ thống xuất tệp.',
    again: 'Xuất lại',
    repeated: 'Tệp đã được gửi một lần. Nếu chưa nhận được, xin bấm “Xuất lại”.',
  },

  dossier: {
    list: 'danh-muc.csv',
    folders: { draft: 'du-thao', letter: 'van-ban-kem-theo' },
    columns: ['TỆP', 'SỐ BYTE', 'SHA-256'] as readonly [string, string, string],
  },

  sheet: {
    name: 'Góp ý',
    about: 'Thông tin chung',
    number: 'TT',
    provisionText: 'NỘI DUNG ĐIỀU, KHOẢN KHI GÓP Ý',
    person: 'NGƯỜI GÓP Ý',
    position: 'PHƯƠNG ÁN TRẢ LỜI',
    standing: 'TÌNH TRẠNG',
    marks: 'GHI CHÚ',
    round: 'ĐỢT LẤY Ý KIẾN',
  },
}

const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** Of 1 to 99; another number as it is. */
const roman = (number: number): string =>
  number < 1 || number > 99 ? String(number) : `${tens[Math.floor(number / 10)]}${ones[number % 10]}`
