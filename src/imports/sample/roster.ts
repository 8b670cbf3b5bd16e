import type { Role } from '../../people/actor.ts'

/**
 * The sample roster: seats, not people. The source names nobody but the chair who signed the plan, so every seat is made
 * up from an office and says "(mẫu)" in its name, and nobody is given a visit.
 */
export type Seat = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly organisation: string
  readonly role: Role
  readonly team?: { readonly key: string; readonly duty: 'leader' | 'member' }
}

const committee = 'Ủy ban quốc gia về Chính phủ điện tử'
const workingGroup = 'Tổ công tác giúp việc Ủy ban'

/** Ministries with a seat in the sample: those of the plan, the coordinating one, and others to make 19. */
const ministries: readonly (readonly [key: string, name: string])[] = [
  ['bca', 'Bộ Công an'],
  ['btc', 'Bộ Tài chính'],
  ['bkhdt', 'Bộ Kế hoạch và Đầu tư'],
  ['bxd', 'Bộ Xây dựng'],
  ['bnv', 'Bộ Nội vụ'],
  ['byt', 'Bộ Y tế'],
  ['btnmt', 'Bộ Tài nguyên và Môi trường'],
  ['nhnn', 'Ngân hàng Nhà nước Việt Nam'],
  ['btttt', 'Bộ Thông tin và Truyền thông'],
  ['vpcp', 'Văn phòng Chính phủ'],
  ['bqp', 'Bộ Quốc phòng'],
  ['bng', 'Bộ Ngoại giao'],
  ['btp', 'Bộ Tư pháp'],
  ['bct', 'Bộ Công Thương'],
  ['bnnptnt', 'Bộ Nông nghiệp và Phát triển nông thôn'],
  ['bgtvt', 'Bộ Giao thông vận tải'],
  ['bgddt', 'Bộ Giáo dục và Đào tạo'],
  ['bkhcn', 'Bộ Khoa học và Công nghệ'],
  ['bldtbxh', 'Bộ Lao động – Thương binh và Xã hội'],
]

const coordinators: readonly Seat[] = ['1', '2'].map((number) => ({
  key: `sample-dp${number}`,
  name: `Điều phối viên ${number} (mẫu)`,
  title: 'Điều phối viên',
  organisation: workingGroup,
  role: 'coordinator',
}))

const members: readonly Seat[] = ministries.map(([key, name]) => ({
  key: `sample-tv-${key}`,
  name: `Thành viên – ${name} (mẫu)`,
  title: 'Thành viên Ủy ban',
  organisation: name,
  role: 'member',
}))

const drafters: readonly Seat[] = ministries
  .filter(([key]) => key === 'bca' || key === 'btttt')
  .map(([key, name]) => ({
    key: `sample-st-${key}`,
    name: `Cơ quan soạn thảo – ${name} (mẫu)`,
    title: 'Đầu mối soạn thảo',
    organisation: name,
    role: 'drafter',
  }))

const teamPeople: readonly Seat[] = ['1', '2', '3'].flatMap((team): Seat[] => [
  {
    key: `sample-td${team}`,
    name: `Trưởng đoàn số ${team} (mẫu)`,
    title: 'Trưởng đoàn công tác',
    organisation: workingGroup,
    role: 'team',
    team: { key: team, duty: 'leader' },
  },
  {
    key: `sample-tvd${team}`,
    name: `Thành viên đoàn số ${team} (mẫu)`,
    title: 'Thành viên đoàn công tác',
    organisation: workingGroup,
    role: 'team',
    team: { key: team, duty: 'member' },
  },
])

const others: readonly Seat[] = [
  { key: 'sample-ct', name: 'Chủ tịch Ủy ban (mẫu)', title: 'Chủ tịch Ủy ban', organisation: committee, role: 'chair' },
  {
    key: 'sample-qt',
    name: 'Quản trị hệ thống (mẫu)',
    title: 'Quản trị hệ thống',
    organisation: workingGroup,
    role: 'operator',
  },
]

export const seats: readonly Seat[] = [...coordinators, ...members, ...drafters, ...teamPeople, ...others]
