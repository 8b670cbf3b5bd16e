/**
 * What the Vietnamese calendar rests on, cited as a reader would look it up. The Labour Codes say which days are
 * holidays and that one on a weekly rest day is made up on the next working day; the Prime Minister fixes the five days
 * of Tết, from 2021 the second day of National Day, and the exchanges of working days, year by year, for the civil
 * service. A number stands here only where it was found in more than one published place, but for two, which were found
 * in one other calendar alone: the notices 119/TB-LĐTBXH (2022) and 5034/TB-LĐTBXH (2023). The days of both years rest
 * on the Government Office's letters beside them, whose text was seen in several places.
 */
export const CODE_2012 = 'Bộ luật Lao động 2012 (10/2012/QH13), Điều 115 khoản 1'
export const CODE_2012_IN_LIEU = 'Bộ luật Lao động 2012 (10/2012/QH13), Điều 115 khoản 3 (nghỉ bù)'
export const CODE_2019 = 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 112 khoản 1'
export const CODE_2019_IN_LIEU = 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 111 khoản 3 (nghỉ bù)'

/** The days are those of the Đắk Lắk Department of Industry and Trade's announcement; the notice's number is not cited. */
export const TET_2020 = `${CODE_2012}; lịch nghỉ Tết 23/01-29/01/2020 theo thông báo trên cổng Sở Công Thương Đắk Lắk, 07/01/2020`

export const NOTICE_2021 = 'Thông báo 4875/TB-LĐTBXH về nghỉ Tết Âm lịch và Quốc khánh năm 2021'
export const NOTICE_2022 =
  'Công văn 245/VPCP-KGVX ngày 11/01/2022 và Thông báo 119/TB-LĐTBXH về nghỉ Tết Âm lịch và Quốc khánh năm 2022'
export const NOTICE_2023 =
  'Công văn 8056/VPCP-KGVX ngày 01/12/2022 và Thông báo 5034/TB-LĐTBXH về nghỉ Tết Âm lịch và Quốc khánh năm 2023'
export const NOTICE_2024 = 'Thông báo 5015/TB-LĐTBXH ngày 22/11/2023 về nghỉ Tết Âm lịch và Quốc khánh năm 2024'
export const SWAP_2024 = 'Công văn 2450/VPCP-KGVX ngày 12/4/2024 về hoán đổi ngày làm việc dịp 30/4 và 01/5/2024'
export const NOTICE_2025 =
  'Công văn 8726/VPCP-KGVX ngày 26/11/2024 và Thông báo 6150/TB-BLĐTBXH về nghỉ Tết và các dịp lễ năm 2025'
export const NOTICE_2026 = 'Thông báo 9441/TB-BNV ngày 16/10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026'
export const SWAP_NEW_YEAR_2026 = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025 về nghỉ Tết Dương lịch năm 2026'
export const CULTURE_DAY = 'Nghị quyết 28/2026/QH16 về phát triển văn hóa Việt Nam, Điều 2 (hiệu lực từ 01/7/2026)'

export const NOT_YET_DECREED =
  'Bộ luật Lao động 2019 (45/2019/QH14), Điều 112; chưa thấy quyết định của Thủ tướng cho năm này: ngày tạm tính'
