import { z } from 'zod'
import type { Seat } from '../../adapters/web/index.ts'
import { webTab } from './web-tab.ts'

/** Two coordinators' and members' seats of a sample. */
export const seats: readonly Seat[] = [
  { user: 'dpv', name: 'Điều phối viên', title: 'Tổ công tác', roles: ['Điều phối viên'], sample: true },
  { user: 'bca', name: 'Đại diện Bộ Công an', title: 'Bộ Công an', roles: ['Thành viên Ủy ban'], sample: true },
]

const Sat = z.object({ session: z.string(), person: z.object({ user: z.string(), name: z.string() }) })

/** Sits down and gives the tab that sits there. */
export async function sitDown(origin: string, user: string) {
  const got = await webTab(origin).post('/web/session', { user })
  return webTab(origin, Sat.parse(got.json).session)
}

/** Enters by the access link whose cookie is given. */
export async function enterByLink(origin: string, cookie: string) {
  const got = await webTab(origin).post('/web/session', { link: true }, { cookie })
  return { got, tab: webTab(origin, Sat.safeParse(got.json).data?.session ?? '') }
}
