import { describe, expect, it } from 'vitest'
import { languageChosen } from '../../src/people/language.ts'
import { member } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const place = (user: string) => ({ platform: 'web', tenant: 'local', user })

describe('the language of a person', () => {
  const committee = committeeEachTest()

  it('is what they chose, whichever account of theirs it is asked of, and none before', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member }, select: { id: true } })
    await committee.db.account.create({
      data: { id: 'slack', personId: id, platform: 'slack', tenant: 'T1', user: 'U1' },
    })
    const known = () =>
      Promise.all(
        [place(member), { platform: 'slack', tenant: 'T1', user: 'U1' }].map((one) =>
          languageChosen(committee.db, one),
        ),
      )
    expect(await known()).toEqual([undefined, undefined])
    await committee.type(member, 'English')
    expect(await known()).toEqual(['en', 'en'])
    expect(await languageChosen(committee.db, place('nobody'))).toBeUndefined()
  })
})
