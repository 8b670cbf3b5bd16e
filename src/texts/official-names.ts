/**
 * The official English names of ministries, agencies and the committee's own bodies, by their Vietnamese ones. Each is
 * also understood where somebody types it (`src/understand/words`).
 */
export const OFFICIAL_NAMES: Readonly<Record<string, string>> = {
  'Bộ Công an': 'Ministry of Public Security',
  'Bộ Công Thương': 'Ministry of Industry and Trade',
  'Bộ Dân tộc và Tôn giáo': 'Ministry of Ethnic Minorities and Religion',
  'Bộ Giáo dục và Đào tạo': 'Ministry of Education and Training',
  'Bộ Giao thông vận tải': 'Ministry of Transport',
  'Bộ Kế hoạch và Đầu tư': 'Ministry of Planning and Investment',
  'Bộ Khoa học và Công nghệ': 'Ministry of Science and Technology',
  'Bộ Lao động - Thương binh và Xã hội': 'Ministry of Labour, War Invalids and Social Affairs',
  'Bộ Ngoại giao': 'Ministry of Foreign Affairs',
  'Bộ Nội vụ': 'Ministry of Home Affairs',
  'Bộ Nông nghiệp và Môi trường': 'Ministry of Agriculture and Environment',
  'Bộ Nông nghiệp và Phát triển nông thôn': 'Ministry of Agriculture and Rural Development',
  'Bộ Quốc phòng': 'Ministry of National Defence',
  'Bộ Tài chính': 'Ministry of Finance',
  'Bộ Tài nguyên và Môi trường': 'Ministry of Natural Resources and Environment',
  'Bộ Thông tin và Truyền thông': 'Ministry of Information and Communications',
  'Bộ Tư pháp': 'Ministry of Justice',
  'Bộ Văn hóa, Thể thao và Du lịch': 'Ministry of Culture, Sports and Tourism',
  'Bộ Xây dựng': 'Ministry of Construction',
  'Bộ Y tế': 'Ministry of Health',
  'Ngân hàng Nhà nước Việt Nam': 'State Bank of Vietnam',
  'Thanh tra Chính phủ': 'Government Inspectorate',
  'Ủy ban Dân tộc': 'Committee for Ethnic Minority Affairs',
  'Văn phòng Chính phủ': 'Government Office',
  'Bảo hiểm xã hội Việt Nam': 'Vietnam Social Security',
  'Ủy ban quốc gia về Chính phủ điện tử': 'National Committee on e-Government',
  'Tổ công tác giúp việc Ủy ban': 'Working Group of the Committee',
  'Tổ công tác': 'Working Group',
}
