import plan from '../../src/imports/sample/plan-2020.json' with { type: 'json' }
import type { Vocabulary } from '../../src/understand/understand.ts'

/** Ministries and localities of the sample plan of 2020, in its order. */
const UNITS = [...plan.inspections.ministries, ...plan.inspections.localities].map((name, at) => ({
  id: `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
  name,
}))

/** Keys and titles of the sample plan of 2020, with its units and teams, as the bot knows them. */
export const VOCABULARY: Vocabulary = {
  year: 2020,
  today: '2020-06-16',
  units: UNITS,
  teams: Array.from({ length: plan.inspections.teamCount }, (_, at) => ({
    key: String(at + 1),
    name: `Đoàn công tác số ${at + 1}`,
  })),
  items: [
    {
      key: 'DA-KNDL',
      type: 'đề án',
      typeEn: 'scheme',
      title: 'Đề án giải pháp kết nối, chia sẻ dữ liệu và tái cấu trúc hạ tầng CNTT tại các bộ, ngành, địa phương',
      titleEn:
        'Scheme on connecting and sharing data and restructuring IT infrastructure at ministries, sectors and localities',
    },
    {
      key: 'DS-NTDC',
      type: 'danh sách',
      typeEn: 'list',
      title: 'Danh sách các nền tảng dùng chung của Chính phủ điện tử',
      titleEn: 'List of shared e-Government platforms',
    },
    {
      key: 'ND-DLCN',
      type: 'nghị định',
      typeEn: 'decree',
      title: 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân',
      titleEn: 'Draft Decree on personal data protection',
    },
    {
      key: 'CL-CPDT',
      type: 'chiến lược',
      typeEn: 'strategy',
      title: 'Chiến lược phát triển Chính phủ điện tử giai đoạn 2021 – 2025, định hướng đến 2030',
      titleEn: 'e-Government Development Strategy 2021–2025, with orientation to 2030',
    },
    {
      key: 'CSDL-DC',
      type: 'cơ sở dữ liệu',
      typeEn: 'database',
      title: 'Triển khai cơ sở dữ liệu quốc gia Dân cư',
      titleEn: 'Deploying the national population database',
    },
    {
      key: 'CSDL-PTGT',
      type: 'cơ sở dữ liệu',
      typeEn: 'database',
      title: 'Nâng cấp Cơ sở dữ liệu về phương tiện giao thông phục vụ hoạch định chính sách, quy hoạch đô thị',
      titleEn: 'Upgrading the vehicle database to serve policy making and urban planning',
    },
    {
      key: 'CSDL-HT',
      type: 'cơ sở dữ liệu',
      typeEn: 'database',
      title: 'Xây dựng Cơ sở dữ liệu hộ tịch điện tử toàn quốc',
      titleEn: 'Building the nationwide electronic civil status database',
    },
    {
      key: 'HT-TVCS',
      type: 'hệ thống',
      typeEn: 'system',
      title: 'Xây dựng Hệ thống tham vấn chính sách, văn bản quy phạm pháp luật',
      titleEn: 'Building the consultation system for policies and legal documents',
    },
    {
      key: 'CSDL-ASXH',
      type: 'cơ sở dữ liệu',
      typeEn: 'database',
      title: 'Xây dựng Cơ sở dữ liệu quốc gia về an sinh xã hội',
      titleEn: 'Building the national social security database',
    },
    {
      key: 'CSDL-DD',
      type: 'cơ sở dữ liệu',
      typeEn: 'database',
      title: 'Triển khai Cơ sở dữ liệu Đất đai quốc gia',
      titleEn: 'Deploying the national land database',
    },
  ],
}
