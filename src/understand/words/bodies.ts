import { ENGLISH_UNITS } from './units.ts'

/**
 * Ministries and agencies whose members a round may ask, by their whole names, with how else they are called beside the
 * short forms that follow from the name. Known by name alone: whom of them a committee has, the roster tells.
 */
export const OTHER_BODY_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Bộ Công an': ['Security', 'Ministry of Security', 'Police'],
  'Bộ Y tế': ['Health', 'bên Y tế'],
  'Bộ Tài chính': ['Finance Ministry'],
  'Bộ Nội vụ': ['Interior', 'MHA', 'Internal Affairs', 'Ministry of Internal Affairs'],
  'Bộ Kế hoạch và Đầu tư': ['Planning', 'Bộ Kế hoạch', 'Bộ KH và ĐT', 'Bộ KH ĐT', 'bên Kế hoạch'],
  'Bộ Thông tin và Truyền thông': [
    ...['Bộ TTTT', 'BTTTT', 'Bộ TT và TT', 'Bộ Thông tin', 'Bộ TT', 'Bộ 4T', 'Information and Communications'],
    ...['Information and Communication', 'Ministry of Information and Communication'],
  ],
  'Bộ Giáo dục và Đào tạo': [
    ...['Bộ GDĐT', 'Bộ GD', 'Bộ GD và ĐT', 'Bộ Giáo dục', 'bên Giáo dục', 'Education', 'Ministry of Education'],
  ],
  'Bộ Giao thông vận tải': [
    ...['Bộ GTVT', 'Bộ GT', 'Bộ Giao thông', 'bên Giao thông', 'Transport', 'Ministry of Transportation'],
  ],
  'Bộ Tư pháp': ['Justice'],
  'Bộ Ngoại giao': ['Foreign Affairs', 'Foreign Ministry'],
  'Bộ Quốc phòng': [
    ...['Defence', 'Defense', 'National Defence', 'Ministry of Defense', 'Ministry of National Defense', 'MND'],
    ...['bên Quốc phòng'],
  ],
  'Bộ Công Thương': ['Industry and Trade', 'Ministry of Trade', 'Bộ CT'],
  'Bộ Khoa học và Công nghệ': [
    ...['Bộ KHCN', 'Bộ KH và CN', 'Bộ Khoa học', 'bên Khoa học', 'Science and Technology', 'Ministry of Science'],
  ],
  'Bộ Lao động - Thương binh và Xã hội': [
    ...['Bộ LĐTBXH', 'LĐTBXH', 'Bộ LĐ', 'Bộ Lao động', 'bên Lao động', 'Labour', 'Labor', 'Ministry of Labour'],
    ...['Ministry of Labor', 'Ministry of Labour Invalids and Social Affairs'],
  ],
  'Bộ Nông nghiệp và Phát triển nông thôn': [
    ...['Bộ NNPTNT', 'Bộ NN', 'Bộ NN và PTNT', 'Bộ Nông nghiệp', 'bên Nông nghiệp', 'Agriculture'],
    ...['Ministry of Agriculture'],
  ],
  'Bộ Tài nguyên và Môi trường': [
    ...['Bộ TN và MT', 'Bộ Tài nguyên', 'bên Tài nguyên', 'Natural Resources', 'Ministry of Environment'],
    ...['Ministry of Natural Resources'],
  ],
  'Bộ Văn hóa, Thể thao và Du lịch': [
    ...['Bộ VHTTDL', 'Bộ VH', 'Bộ Văn hóa', 'bên Văn hóa', 'Culture', 'Ministry of Culture'],
  ],
  'Bộ Xây dựng': ['Bộ XD', 'bên Xây dựng'],
  'Ủy ban Dân tộc': ['UBDT', 'bên Dân tộc'],
  'Thanh tra Chính phủ': ['TTCP', 'bên Thanh tra', 'Inspectorate'],
  'Văn phòng Chính phủ': [
    ...['VPCP', 'Govt Office', 'Gov Office', 'Office of Government', "Government's Office", 'OOG', 'OG'],
  ],
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
    return [
      name,
      name.replace('Ministry', 'Min'),
      ...['Minister', 'Deputy Minister', 'Vice Minister'].map((head) => name.replace('Ministry', head)),
    ]
  return /^(?:State Bank|Government Office|Office of the Government|Government Inspectorate)/.test(name)
    ? [name, ...HEADS.flatMap((head) => [`${head} ${name}`, `${head} the ${name}`])]
    : [name]
}
export const BODIES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set([...Object.keys(ENGLISH_UNITS), ...Object.keys(OTHER_BODY_NAMES)])].map((name) => [
    name,
    // An ampersand is no word: "Planning & Investment".
    [...(ENGLISH_UNITS[name] ?? []), ...(OTHER_BODY_NAMES[name] ?? [])].flatMap((other) => [
      ...new Set([other, other.replaceAll(' and ', ' ')].flatMap(withHeads)),
    ]),
  ]),
)
