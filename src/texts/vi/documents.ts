type Facts = Readonly<Record<string, string | number>>

/** What people read of files, drafts and what goes with an opinion, in Vietnamese, the source. */
export const documentTexts = {
  kinds: {
    docx: 'Word (.docx)',
    pdf: 'PDF',
    markdown: 'Markdown',
    text: 'văn bản thuần túy',
    png: 'ảnh PNG',
    jpeg: 'ảnh JPEG',
    tiff: 'ảnh TIFF',
    webp: 'ảnh WebP',
    other: 'tệp',
  },
  size: (bytes: number) => {
    const megabytes = bytes / 1_048_576
    return megabytes >= 1
      ? `${megabytes.toFixed(1).replace('.', ',')} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} KB`
  },
  received: (name: string, kind: string, size: string) => `Đã nhận tệp “${name}” (${kind}, ${size}).`,
  receivedFact: 'Đã nhận tệp; xin cho biết tệp dùng vào việc gì.',
  whatFor: 'Tệp này dùng vào việc gì?',
  keptForADay: 'Nếu chưa chọn, Hệ thống chỉ giữ tệp trong 24 giờ rồi xóa.',
  moreUses: (n: number) =>
    `Còn ${n} cách dùng khác chưa nêu ở đây: xin gửi lại tệp kèm mã nội dung, chẳng hạn ND-DLCN.`,
  asDraftOf: (key: string) => `Dự thảo của ${key}`,
  asDraft: 'Dự thảo…',
  asLetterFor: (key: string) => `Đính kèm vào ý kiến về ${key}`,
  asLetterOf: (key: string, whose: string) => `Đính kèm vào ý kiến về ${key} của ${whose}`,
  asSourceFor: (key: string) => `Ghi ý kiến thay về ${key}, kèm tệp`,
  discard: 'Bỏ tệp',
  discarded: 'Đã bỏ tệp; Hệ thống không giữ lại gì.',
  noUse: (names: readonly string[]) =>
    `Hệ thống không giữ tệp ${names.join(', ')}: hiện không có đợt lấy ý kiến nào đang mở để kèm văn bản.`,
  sendAgain: 'Tệp không còn ở đây (đã dùng, đã bỏ hoặc quá 24 giờ). Xin gửi lại tệp nếu vẫn cần.',
  refused: {
    'not-fetched': (name: string) =>
      `Hệ thống chưa tải được tệp ${name} từ nền tảng nên chưa lưu gì. Xin gửi lại sau ít phút.`,
    'not-given': (name: string) =>
      `Nền tảng không chuyển tệp ${name} trong cuộc trao đổi này nên chưa lưu gì. Xin gửi tệp trong cuộc trao đổi riêng với Hệ thống.`,
    'too-many': (name: string) =>
      `Tệp ${name} chưa được lưu: mỗi tin nhắn nhận tối đa 10 tệp. Xin gửi tiếp trong tin nhắn khác.`,
    'too-large': (name: string) =>
      `Tệp ${name} lớn hơn 20 MB nên chưa được lưu. Xin gửi bản nhẹ hơn, ví dụ bản quét độ phân giải thấp hơn.`,
    'type-not-taken': (name: string) =>
      `Tệp ${name} chưa được lưu: Hệ thống nhận tệp Word (.docx), PDF, ảnh chụp trang văn bản (PNG, JPEG) và văn bản thuần túy (.txt, .md).`,
    'old-format': (name: string) =>
      `Tệp ${name} ở định dạng cũ (.doc, .rtf) nên Hệ thống không đọc được và chưa lưu. Xin mở tệp, lưu lại dưới dạng .docx rồi gửi.`,
    'too-many-pages': (name: string) =>
      `Tệp ${name} có quá nhiều trang nên chưa được lưu. Xin tách thành các tệp dưới 500 trang.`,
    'not-unicode': (name: string) =>
      `Tệp ${name} không dùng bảng mã Unicode nên Hệ thống không đọc được và chưa lưu. Xin lưu lại dưới dạng UTF-8 rồi gửi.`,
    script: (name: string) =>
      `Tệp ${name} có đoạn chương trình bên trong (JavaScript hoặc biểu mẫu lập trình sẵn) nên Hệ thống không nhận và không lưu. Xin in tệp thành một tệp PDF mới rồi gửi bản đó.`,
    launch: (name: string) =>
      `Tệp ${name} có lệnh mở chương trình hoặc tệp khác trên máy người đọc nên Hệ thống không nhận và không lưu. Xin bỏ liên kết đến tệp trên máy rồi xuất lại, hoặc in thành một tệp PDF mới rồi gửi.`,
    'opens-by-itself': (name: string) =>
      `Tệp ${name} tự mở trang mạng hoặc tệp khác khi có người mở xem nên Hệ thống không nhận và không lưu. Xin in tệp thành một tệp PDF mới rồi gửi bản đó.`,
    'holds-files': (name: string) =>
      `Tệp ${name} có tệp hoặc đối tượng của phần mềm khác nhúng bên trong nên Hệ thống không nhận và không lưu. Xin bỏ phần nhúng (hoặc đổi thành hình ảnh) rồi lưu lại, hoặc in thành tệp PDF mới; tệp nhúng thì gửi riêng.`,
    media: (name: string) =>
      `Tệp ${name} có video, âm thanh hoặc mô hình 3D nhúng bên trong nên Hệ thống không nhận và không lưu. Xin in tệp thành một tệp PDF mới rồi gửi bản đó.`,
    control: (name: string) =>
      `Tệp ${name} có nút hoặc ô điều khiển chạy chương trình (ActiveX) nên Hệ thống không nhận và không lưu. Xin xóa phần điều khiển trong Word rồi lưu lại, hoặc gửi bản PDF.`,
    'loads-from-elsewhere': (name: string) =>
      `Tệp ${name} tự tải mẫu, khung hoặc đối tượng từ máy khác khi mở trong Word nên Hệ thống không nhận và không lưu. Xin chép nội dung sang một tệp Word mới rồi gửi, hoặc gửi bản PDF.`,
    'reaches-out': (name: string) =>
      `Tệp ${name} có trường tự gọi chương trình (DDE) hoặc lấy dữ liệu từ máy khác nên Hệ thống không nhận và không lưu. Xin bỏ các trường đó trong Word (chọn trường, bấm Ctrl+Shift+F9) rồi lưu lại, hoặc gửi bản PDF.`,
    unsafe: (name: string) =>
      `Tệp ${name} có cấu trúc bất thường (mở ra quá lớn hoặc có phần không an toàn) nên Hệ thống không mở và không lưu. Xin mở tệp bằng Word, lưu lại rồi gửi.`,
    busy: (name: string) =>
      `Hệ thống đang đọc nhiều tệp nên chưa nhận tệp ${name}; chưa lưu gì. Xin gửi lại sau ít phút.`,
    encrypted: (name: string) =>
      `Tệp ${name} có mật khẩu nên Hệ thống không đọc được và chưa lưu. Xin gửi bản không đặt mật khẩu.`,
    macros: (name: string) =>
      `Tệp ${name} có macro nên Hệ thống không nhận. Xin lưu lại dưới dạng .docx thường rồi gửi lại.`,
    archive: (name: string) => `Tệp ${name} là tệp nén nên Hệ thống không nhận. Xin gửi riêng từng văn bản.`,
    'lying-extension': (name: string) =>
      `Nội dung tệp ${name} không đúng với đuôi tệp nên Hệ thống không nhận. Xin mở tệp, lưu lại đúng định dạng rồi gửi.`,
    broken: (name: string) =>
      `Tệp ${name} bị hỏng nên Hệ thống không đọc được và chưa lưu. Xin mở tệp, lưu lại rồi gửi.`,
    empty: (name: string) => `Tệp ${name} không có nội dung nên chưa được lưu.`,
    secret: (name: string) =>
      `Tệp ${name} có dấu chỉ độ mật. Hệ thống không nhận tài liệu bí mật nhà nước: tệp không được lưu, không nội dung nào được giữ lại. Xin gửi theo đường văn bản mật.`,
  },
  unnamed: 'không tên',
  secretFile: 'vừa gửi',

  formTitle: 'Dự thảo',
  formSubmit: 'Xem lại',
  item: 'Nội dung trong kế hoạch',
  version: 'Bản dự thảo lần',
  versionHint: 'Để nguyên nếu đúng là bản kế tiếp',
  badVersion: 'Xin ghi một số từ 1 đến 999.',
  preview: (key: string, version: number) => `Dự thảo ${key}, bản ${version}: xem lại trước khi lưu`,
  keptBefore: (key: string, version: number) => `Dự thảo ${key}, bản ${version}: tệp này đã được lưu`,
  notKeptYet: 'Dưới đây là nội dung Hệ thống đọc được. Tệp chỉ được lưu khi bấm [Lưu dự thảo].',
  fileName: 'Tệp',
  number: 'Số, ký hiệu',
  dated: 'Ngày ghi trên văn bản',
  title: 'Trích yếu đọc được',
  structure: 'Bố cục',
  counts: (counts: {
    readonly part: number
    readonly chapter: number
    readonly section: number
    readonly article: number
    readonly clause: number
    readonly point: number
    readonly heading: number
    readonly appendix: number
  }) => {
    const words = [
      [counts.part, 'phần'],
      [counts.chapter, 'chương'],
      [counts.section, 'mục'],
      [counts.article, 'điều'],
      [counts.clause, 'khoản'],
      [counts.point, 'điểm'],
      [counts.heading, 'đề mục'],
      [counts.appendix, 'phụ lục'],
    ] as const
    const said = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
    return said.length === 0 ? 'không thấy điều, khoản hay đề mục; cả văn bản là một khối' : said.join(', ')
  },
  outline: 'Mục lục',
  moreOutline: (left: number) => `… và ${left} đề mục nữa`,
  doubtful: (count: number) => `Có ${count} chỗ cần kiểm tra lại:`,
  moreDoubts: (left: number) => `… và ${left} chỗ khác`,
  /** What a reading is not sure of, by its kind. */
  doubts: {
    'number-skipped': (f: Facts) => `${f.provision}: số thứ tự bị nhảy`,
    'number-repeated': (f: Facts) => `${f.provision}: số thứ tự bị trùng`,
    'not-a-provision': (f: Facts) =>
      `Dòng ${f.line} bắt đầu như một điều, khoản nhưng được đọc là lời văn${f.provision === '' ? '' : ` của ${f.provision}`}`,
    'quotation-open': (f: Facts) => `Dòng ${f.line}: mở ngoặc kép mà không đóng`,
    'no-structure': () => 'Không thấy điều, khoản hay đề mục nào',
    'tracked-changes': (f: Facts) =>
      `Tệp còn theo dõi sửa đổi (${f.insertions} chỗ thêm, ${f.deletions} chỗ xóa): Hệ thống đọc như đã chấp nhận tất cả`,
    'hidden-text': (f: Facts) => `${f.count} chỗ chữ ẩn không được đọc`,
    pictures: (f: Facts) => `${f.count} hình không được đọc; tệp gốc vẫn giữ nguyên`,
    comments: (f: Facts) => `${f.count} ghi chú bên lề không được đọc`,
    'embedded-parts': (f: Facts) => `${f.count} đối tượng nhúng không được đọc`,
    misread: (f: Facts) =>
      `Có ${f.count} dòng, từ dòng ${f.line}, trông như chữ phông cũ (TCVN3, VNI) hoặc sai bảng mã; xin chuyển sang Unicode`,
    'legacy-font': (f: Facts) => `Có chữ dùng phông cũ (${f.font}); xin chuyển sang Unicode để tìm và góp ý được`,
    'left-out': (f: Facts) => `Không tính vào lời văn, vì lặp ở đầu hoặc cuối trang: “${f.text}”`,
    'page-without-text': (f: Facts) => `Trang ${f.page} không có lớp chữ`,
  },
  keep: 'Lưu dự thảo',
  otherItem: 'Chọn nội dung khác',
  sameFile: (version: number) => `Tệp này đã được lưu là bản ${version}; không cần lưu lại.`,
  replaces: (version: number) =>
    `Bản ${version} đã có tệp khác. Nếu lưu, tệp này thay cho tệp đó; các đợt lấy ý kiến đã mở trên tệp cũ vẫn giữ tệp cũ.`,
  joinsRound: (version: number) =>
    `Đợt lấy ý kiến đang mở về bản ${version} chưa có tệp; lưu xong, người được lấy ý kiến đọc được ngay.`,
  kept: (key: string, version: number) => `Đã lưu dự thảo ${key}, bản ${version}.`,
  notADraft:
    'Tệp này không đọc được thành văn bản dự thảo (ví dụ bản quét không có lớp chữ), nên chỉ dùng làm văn bản kèm theo được.',

  heading: (key: string, version: number) => `Dự thảo ${key}, bản ${version}`,
  draft: 'Dự thảo',
  draftFile: (version: number, name: string) => `bản ${version}, tệp ${name}`,
  noDraft: 'chưa có tệp',
  draftWaits: 'chưa lưu bản nào; tệp vừa gửi đang chờ lựa chọn bên dưới',
  bringDraft: (key: string) => `chưa có tệp; xin gửi tệp dự thảo vào cuộc trao đổi này, ghi kèm mã ${key}`,
  show: 'Xem dự thảo',
  read: 'Đọc từng phần',
  foundFor: (words: string) => `Các điều, khoản tìm được với “${words}”:`,
  see: 'Xem',
  foundMore: (n: number) => `Chỉ nêu ${n} điều, khoản khớp nhất; xin gõ thêm từ để tìm hẹp hơn.`,
  nothingFound: (words: string) => `Không thấy “${words}” trong dự thảo này.`,
  readWhole: 'Đọc toàn văn dự thảo',
  readAndRemark: 'Đọc dự thảo và góp ý theo điều, khoản',
  mySeat: (round: number) => `Ý kiến của tôi, đợt ${round}`,
  seatOf: (name: string, round: number) => `Thay ${name}, đợt ${round}`,
  unsent: 'chưa gửi',
  open: 'Tải dự thảo',
  get: (name: string) => `Tải “${name}”`,
  getShort: 'Tải',
  ready: (name: string) => `Tệp “${name}” đã sẵn sàng.`,
  until: (at: string) => `Liên kết chỉ dùng được cho tài khoản này, đến ${at}.`,
  getAgain: 'Lấy lại tệp',
  repeated: 'Tệp đã được gửi ở tin trước. Liên kết chỉ hiện một lần; bấm [Lấy lại tệp] nếu cần.',
  nowhere:
    'Nền tảng này không nhận tệp và Hệ thống chưa được khai báo địa chỉ truy cập; xin mở trên trang web của Hệ thống.',
  before: 'Trước',
  after: 'Tiếp',
  toOutline: 'Về mục lục',
  remark: 'Góp ý',

  attached: 'Văn bản kèm theo',
  attachedLine: (name: string, number: string | null, dated: string | null) =>
    [number === null ? undefined : `số ${number}`, dated === null ? undefined : `ngày ${dated}`, `tệp “${name}”`]
      .filter((part) => part !== undefined)
      .join(', '),
  letterField: 'Văn bản kèm theo',
  letterFieldHint: 'Bản ký hoặc bản quét: PDF, Word, ảnh; tối đa 20 MB. Có thể bỏ trống',
  letterInstead: 'Muốn kèm văn bản đã ký, xin gửi tệp trong cuộc trao đổi riêng với Hệ thống.',
  numberWithoutFile: 'Số, ký hiệu và ngày chỉ ghi khi có văn bản kèm theo; xin chọn tệp, hoặc bỏ trống ô này.',
  notInDraft: (names: readonly string[]) =>
    `Không thấy ${names.join(', ')} trong dự thảo; góp ý vẫn được gửi như đã viết. Nếu ghi nhầm, xin sửa trước khi gửi.`,
  letterKinds: (name: string) =>
    `Tệp ${name} là văn bản thuần nên không dùng làm văn bản đã ký được. Xin chọn tệp Word (.docx), PDF hoặc ảnh.`,
  letterForm: 'Văn bản kèm theo',
  letterSubmit: 'Đính kèm',
  letterNumber: 'Số, ký hiệu',
  letterNumberHint: 'Của văn bản kèm theo, ví dụ 1234/BYT-CNTT. Có thể bỏ trống',
  letterDate: 'Ngày văn bản',
  futureLetter: 'Ngày văn bản không thể sau hôm nay.',
  attachedNow: (name: string) => `Đã đính kèm “${name}” vào bản nháp.`,
  tooManyFiles: (most: number) => `Một ý kiến có tối đa ${most} tệp kèm theo.`,
  remove: 'Bỏ tệp',
}
