import type { webApi } from '@slack/bolt'
import type { Standing } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import { platformCode, reasonOf } from '../outgoing/errors.ts'

const unknown = new Set(['user_not_found', 'users_not_found', 'user_not_visible'])

/** What users.info says of a person. Slack takes messages to whoever was deactivated, so that sending does not tell. */
export async function standing(client: webApi.WebClient, { tenant, user: id }: Address): Promise<Standing> {
  const user = await client.users.info({ user: id }).then(
    (answer) => answer.user,
    (error: unknown) => {
      const code = platformCode(error)
      if (code !== undefined && unknown.has(code)) return 'unknown' as const
      throw new Error(`Slack does not say whether ${id} is active: ${reasonOf(error)}`, { cause: error })
    },
  )
  if (user === 'unknown')
    return { status: 'gone', why: 'no-such-person', detail: 'Slack knows nobody by this id in the workspace' }
  if (user === undefined) throw new Error(`Slack says nothing of ${id}`)
  if (user.is_bot === true || user.id === 'USLACKBOT')
    return { status: 'gone', why: 'no-such-person', detail: 'in Slack this is a bot' }
  // On Enterprise Grid one person is known in several workspaces of the organisation.
  const grid = user.enterprise_user
  const homes = [user.team_id, grid?.enterprise_id, ...(grid?.teams ?? [])].filter((one) => one !== undefined)
  if (user.team_id !== undefined && !homes.includes(tenant)) return { status: 'elsewhere', tenant: user.team_id }
  return user.deleted === true
    ? { status: 'gone', why: 'deactivated', detail: 'the account is deactivated in Slack' }
    : { status: 'active' }
}
