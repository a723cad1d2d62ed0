import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { Decision } from './load-context.ts'

/** What a company that has not paid still needs: the way in, and the way to pay. */
const OPEN_WHILE_UNPAID =
  /^\/(login|logout|forgot|reset|preferences|settings\/billing)(\/|\.data$|$)/

/**
 * What a suspended company's people reach. One that a person suspended is closed; one that has
 * not paid can sign in, and who may pay is led to where that is done.
 */
export function decideSuspended(
  by: 'staff' | 'billing' | null,
  request: { method: string; pathname: string; member: Actor | undefined; asked: Decision },
): Decision {
  const { method, pathname, member, asked } = request
  if (by !== 'billing') return 'suspended'
  if (OPEN_WHILE_UNPAID.test(pathname)) return asked
  if (asked === 'sign-in' && method === 'GET') return asked
  return member && method === 'GET' && can(member, 'billing.read') ? 'go-pay' : 'suspended'
}
