/** What something is called in a file: the first is what exports write, the others are read as well. */
export type Called = readonly [string, ...string[]]
const called = (...names: Called): Called => names

const from = called('Từ ngày', 'Ngày bắt đầu', 'Hiệu lực từ', 'Có hiệu lực từ', 'Bắt đầu', 'Từ')
const to = called('Đến ngày', 'Đến hết ngày', 'Ngày kết thúc', 'Hiệu lực đến', 'Kết thúc', 'Đến')
const team = called('Đoàn', 'Số đoàn', 'Đoàn số', 'Mã đoàn', 'Đoàn công tác', 'Đoàn công tác số', 'Đoàn kiểm tra')
const note = called('Ghi chú', 'Lưu ý')
const leader = called('trưởng đoàn', 'đoàn trưởng', 'trưởng đoàn công tác')

/**
 * The words of an office's own files in Vietnamese, the source: what each column may be called, by what the file is about,
 * and what stands in columns that know few values. Capitals, diacritics and punctuation do not count; a heading that
 * stands under two columns of one subject is asked about.
 */
export const fileWords = {
  columns: {
    people: {
      key: called('Mã', 'Mã số', 'Mã người dùng', 'Mã cán bộ', 'Mã thành viên', 'Mã định danh'),
      name: called(
        'Họ và tên',
        'Họ tên',
        'Tên',
        'Họ và tên thành viên',
        'Họ và tên cán bộ',
        'Tên thành viên',
        'Tên cán bộ',
      ),
      honorific: called('Xưng hô', 'Cách xưng hô', 'Danh xưng'),
      title: called('Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức danh, chức vụ', 'Chức vụ công tác'),
      organisation: called(
        'Đơn vị',
        'Cơ quan',
        'Cơ quan, đơn vị',
        'Đơn vị, cơ quan',
        'Đơn vị công tác',
        'Cơ quan công tác',
        'Cơ quan, đơn vị công tác',
        'Nơi công tác',
        'Tổ chức',
        'Bộ, ngành',
        'Bộ, ngành, địa phương',
      ),
      role: called('Vai trò', 'Vai trò trong Ủy ban', 'Vai trò trong hệ thống'),
      email: called(
        'Thư điện tử',
        'Email',
        'E-mail',
        'Hộp thư',
        'Hộp thư điện tử',
        'Địa chỉ email',
        'Địa chỉ thư điện tử',
        'Email công vụ',
        'Thư điện tử công vụ',
      ),
      locale: called('Ngôn ngữ'),
      time_zone: called('Múi giờ'),
      from,
      to,
    },
    teams: {
      team,
      name: called('Tên đoàn', 'Tên đoàn công tác', 'Tên'),
      person: called('Mã', 'Mã số', 'Mã người dùng', 'Mã cán bộ', 'Mã thành viên', 'Mã người'),
      person_name: called('Họ và tên', 'Họ tên', 'Tên', 'Họ và tên thành viên', 'Thành viên', 'Cán bộ', 'Tên cán bộ'),
      duty: called(
        'Nhiệm vụ',
        'Vai trò',
        'Nhiệm vụ trong đoàn',
        'Vai trò trong đoàn',
        'Chức vụ trong đoàn',
        'Chức danh trong đoàn',
      ),
      from,
      to,
    },
    units: {
      name: called(
        'Tên đơn vị',
        'Đơn vị',
        'Tên',
        'Đơn vị được kiểm tra',
        'Cơ quan, đơn vị',
        'Tên cơ quan',
        'Bộ, ngành, địa phương',
      ),
      kind: called('Loại đơn vị', 'Loại', 'Khối'),
      short_names: called('Tên viết tắt', 'Viết tắt', 'Tên gọi khác', 'Tên gọi tắt'),
      from,
      to,
      successor: called('Đơn vị kế thừa', 'Sáp nhập vào', 'Hợp nhất vào', 'Đơn vị tiếp nhận'),
      source: called('Căn cứ', 'Căn cứ pháp lý', 'Nguồn', 'Văn bản'),
      as_of: called('Tính đến', 'Tính đến ngày', 'Cập nhật đến ngày'),
    },
    visits: {
      visit: called('Chuyến', 'Mã chuyến', 'Mã', 'Chuyến kiểm tra', 'Mã chuyến kiểm tra'),
      team,
      unit: called(
        'Đơn vị',
        'Đơn vị được kiểm tra',
        'Đơn vị kiểm tra',
        'Tên đơn vị',
        'Cơ quan, đơn vị',
        'Cơ quan, đơn vị được kiểm tra',
        'Bộ, ngành, địa phương',
        'Bộ, ngành',
        'Địa phương',
      ),
      starts: called('Bắt đầu', 'Thời gian bắt đầu', 'Thời gian', 'Thời gian kiểm tra', 'Ngày, giờ', 'Giờ, ngày', 'Từ'),
      ends: called('Kết thúc', 'Thời gian kết thúc', 'Đến'),
      day: called('Ngày', 'Ngày kiểm tra', 'Ngày làm việc', 'Ngày bắt đầu'),
      time: called('Giờ', 'Giờ bắt đầu', 'Giờ làm việc', 'Giờ kiểm tra'),
      place: called('Địa điểm', 'Địa điểm làm việc', 'Địa điểm kiểm tra', 'Nơi làm việc', 'Địa chỉ'),
      note,
      state: called('Trạng thái', 'Tình trạng'),
      report: called('Báo cáo', 'Kết quả', 'Kết quả kiểm tra', 'Báo cáo kết quả'),
      year: called('Năm', 'Năm kế hoạch'),
    },
    plan: {
      part: called('Mục', 'Phần'),
      key: called('Mã', 'Mã nội dung', 'Ký hiệu'),
      type: called('Loại', 'Loại văn bản', 'Loại nội dung', 'Hình thức', 'Hình thức văn bản'),
      type_en: called('Loại (tiếng Anh)'),
      title: called(
        'Nội dung công việc',
        'Nội dung',
        'Nhiệm vụ',
        'Công việc',
        'Trích yếu',
        'Tên văn bản',
        'Tên nội dung',
        'Tên nhiệm vụ',
        'Tên đề án, văn bản',
        'Nội dung, nhiệm vụ',
      ),
      title_en: called('Nội dung công việc (tiếng Anh)', 'Nội dung (tiếng Anh)'),
      quarter: called(
        'Quý',
        'Thời hạn',
        'Thời gian',
        'Thời gian hoàn thành',
        'Thời hạn hoàn thành',
        'Thời gian thực hiện',
        'Thời gian trình',
        'Tiến độ',
      ),
      agency: called(
        'Cơ quan soạn thảo',
        'Cơ quan chủ trì',
        'Cơ quan chủ trì soạn thảo',
        'Đơn vị chủ trì',
        'Đơn vị soạn thảo',
        'Chủ trì',
      ),
      note,
    },
  },
  roles: {
    member: called('thành viên Ủy ban', 'thành viên', 'ủy viên', 'ủy viên Ủy ban'),
    coordinator: called('điều phối viên', 'điều phối', 'Tổ công tác', 'thành viên Tổ công tác'),
    drafter: called('cơ quan soạn thảo', 'soạn thảo', 'đơn vị soạn thảo', 'đầu mối soạn thảo'),
    team: called('đoàn công tác', 'thành viên đoàn', 'thành viên đoàn công tác', ...leader),
    chair: called('Chủ tịch Ủy ban', 'Chủ tịch'),
    operator: called('người quản trị hệ thống', 'quản trị hệ thống', 'quản trị viên'),
  },
  duties: {
    leader,
    member: called('thành viên', 'thành viên đoàn', 'thành viên đoàn công tác', 'ủy viên'),
  },
  states: {
    planned: called('dự kiến', 'theo kế hoạch'),
    confirmed: called('đã xác nhận', 'xác nhận'),
    done: called('đã thực hiện', 'đã hoàn thành', 'hoàn thành', 'đã kiểm tra'),
    cancelled: called('đã hủy', 'hủy', 'hủy bỏ', 'không thực hiện'),
  },
  kinds: {
    ministry: called('bộ, ngành', 'bộ', 'ngành', 'cơ quan trung ương', 'trung ương'),
    locality: called('địa phương', 'tỉnh', 'thành phố', 'tỉnh, thành phố'),
  },
  languages: {
    vi: called('tiếng Việt'),
    en: called('tiếng Anh'),
  },
  /** What a row of a plan is about. */
  parts: {
    plan: called('kế hoạch'),
    item: called('nội dung công việc', 'nội dung', 'công việc'),
    ministry: called('bộ, ngành'),
    locality: called('địa phương'),
    team: called('đoàn công tác', 'đoàn'),
  },
  /** What stands before a team's number. */
  teams: called(
    'Đoàn công tác số',
    'Đoàn công tác',
    'Đoàn số',
    'Đoàn',
    'Đoàn kiểm tra số',
    'Đoàn kiểm tra',
    'ĐCT',
    'ĐCT số',
  ),
  /** What stands before a quarter's number. */
  quarters: called('Quý'),
  /** What may stand before somebody's name. */
  honorifics: called('Đồng chí', 'Đ/c', 'Ông', 'Bà', 'Ngài', 'Quý ông', 'Quý bà'),
  /** From Monday. */
  weekdays: [
    called('Thứ Hai', 'Thứ 2'),
    called('Thứ Ba', 'Thứ 3'),
    called('Thứ Tư', 'Thứ 4'),
    called('Thứ Năm', 'Thứ 5'),
    called('Thứ Sáu', 'Thứ 6'),
    called('Thứ Bảy', 'Thứ 7'),
    called('Chủ Nhật', 'CN'),
  ],
  /** By which the title row of a plan begins. */
  plans: called('Kế hoạch', 'Chương trình công tác', 'Danh mục'),
  sheets: {
    people: 'Danh sách',
    teams: 'Các đoàn',
    units: 'Đơn vị',
    visits: 'Chuyến kiểm tra',
    plan: 'Kế hoạch',
  },
}
