import { ENGLISH_UNITS } from './units.ts'

/**
 * Ministries and agencies whose members a round may ask, by their whole names, with how else they are called beside the
 * short forms that follow from the name. Known by name alone: whom of them a committee has, the roster tells.
 */
const OTHER: Readonly<Record<string, readonly string[]>> = {
  'Bộ Công an': ['Security', 'Ministry of Security', 'Police'],
  'Bộ Y tế': ['Health'],
  'Bộ Tài chính': ['Finance Ministry'],
  'Bộ Nội vụ': ['Interior', 'MHA', 'Internal Affairs', 'Ministry of Internal Affairs'],
  'Bộ Kế hoạch và Đầu tư': ['Planning'],
  'Bộ Thông tin và Truyền thông': ['Bộ TTTT', 'BTTTT', 'Information and Communications'],
  'Bộ Giáo dục và Đào tạo': ['Bộ GDĐT', 'Bộ GD', 'Education'],
  'Bộ Giao thông vận tải': ['Bộ GTVT', 'Transport'],
  'Bộ Tư pháp': ['Justice'],
  'Bộ Ngoại giao': ['Foreign Affairs', 'Foreign Ministry'],
  'Bộ Quốc phòng': ['Defence', 'Defense', 'National Defence', 'Ministry of Defense', 'Ministry of National Defense'],
  'Bộ Công Thương': ['Industry and Trade'],
  'Bộ Khoa học và Công nghệ': ['Bộ KHCN', 'Science and Technology'],
  'Bộ Lao động - Thương binh và Xã hội': ['Bộ LĐTBXH', 'LĐTBXH', 'Labour'],
  'Bộ Nông nghiệp và Phát triển nông thôn': ['Bộ NNPTNT', 'Bộ NN', 'Agriculture'],
  'Bộ Văn hóa, Thể thao và Du lịch': ['Bộ VHTTDL', 'Culture'],
  'Văn phòng Chính phủ': ['VPCP', 'Govt Office', 'Office of Government', 'OOG'],
  'Ngân hàng Nhà nước Việt Nam': ['NHNN', 'Ngân hàng Nhà nước', 'Central Bank'],
  'Bảo hiểm xã hội Việt Nam': ['BHXH', 'Vietnam Social Security', 'VSS'],
  'Văn phòng Trung ương Đảng': [],
  'Tập đoàn VNPT': ['VNPT'],
  'Tập đoàn Viettel': ['Viettel'],
}

const HEADS = ['Governor of', 'Deputy Governor of', 'Chairman of', 'Head of', 'Minister Chairman of']
/** Who heads it speaks for it: "the Minister of Finance has replied". */
const withHeads = (name: string): readonly string[] => {
  if (name.startsWith('Ministry of '))
    return [name, ...['Minister', 'Deputy Minister', 'Vice Minister'].map((head) => name.replace('Ministry', head))]
  return /^(?:State Bank|Government Office|Office of the Government|Government Inspectorate)/.test(name)
    ? [name, ...HEADS.flatMap((head) => [`${head} ${name}`, `${head} the ${name}`])]
    : [name]
}
export const BODIES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set([...Object.keys(ENGLISH_UNITS), ...Object.keys(OTHER)])].map((name) => [
    name,
    // An ampersand is no word: "Planning & Investment".
    [...(ENGLISH_UNITS[name] ?? []), ...(OTHER[name] ?? [])].flatMap((other) => [
      ...new Set([other, other.replaceAll(' and ', ' ')].flatMap(withHeads)),
    ]),
  ]),
)
