import { afterEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { aad } from '../support/teams-activities.ts'
import { everyElement, wordsOf } from '../support/teams-connector.ts'
import { type TeamsPerson, teamsPerson } from '../support/teams-person.ts'

const words = vi.recordTable.export
const address = 'https://dondoc.example.org'

let whole: WholeProcess
let coordinator: TeamsPerson

/** A round with an answer, and the coordinator who asks for its table. */
async function play(settings: Readonly<Record<string, string>>) {
  whole = await openProcess(
    [
      { key: 'dp', role: 'coordinator', teams: aad('dp') },
      { key: 'an', role: 'member', teams: aad('an') },
    ],
    settings,
  )
  coordinator = teamsPerson(whole.url, whole.teams, aad('dp'))
  const an = teamsPerson(whole.url, whole.teams, aad('an'))
  for (const one of [coordinator, an]) await one.install()
  await coordinator.say('lấy ý kiến ND-DLCN')
  const preview = await coordinator.press(await coordinator.card(vi.round.formTitle), vi.round.formSubmit)
  await coordinator.press(preview, vi.buttons.open)
  await an.press(await an.press(await an.card('đề nghị cho ý kiến'), vi.buttons.agree), vi.buttons.send)
  await coordinator.say('xuất bảng tổng hợp ND-DLCN')
  return (await coordinator.card(words.onTheWay)).card
}

const links = (card: unknown) =>
  everyElement(card).flatMap(({ type, url }) => (type === 'Action.OpenUrl' && typeof url === 'string' ? [url] : []))

afterEach(() => whole.close())

describe('the table of a round in Teams', () => {
  it('is a link to the public address that gives the file, and until when it works is said', async () => {
    const card = await play({})
    const [link, ...more] = links(card)
    expect(more).toEqual([])
    expect(link).toMatch(new RegExp(`^${address}/files/[\\w-]+/[a-z0-9-]+\\.docx$`))
    expect(wordsOf(card)).toMatch(/Liên kết dùng được đến .*16\/06\/2020/)
    const file = await fetch((link ?? '').replace(address, whole.url))
    expect(file.status).toBe(200)
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('is to be had elsewhere where no address is set, and nothing is said of a link', async () => {
    const card = await play({ PUBLIC_URL: '' })
    expect(links(card)).toEqual([])
    expect(wordsOf(card)).toContain(words.nowhere)
    expect(wordsOf(card)).not.toContain('Liên kết')
  })
})
