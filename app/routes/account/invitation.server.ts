import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { accountOf } from './account.server.ts'
import { needed, personNameField } from './fields.ts'
import { passwordError } from './password-error.server.ts'
import { parseFields, readFields, refusal } from './posted-form.server.ts'
import { companyOf, enter } from './sign-in.server.ts'
import { tooMany } from './throttled.server.ts'

const schema = z.object({ name: personNameField, password: needed })

export function invitationLoader(args: LoaderFunctionArgs) {
  const { params, context } = args
  const account = accountOf(context.baraza)
  const bearer = account.findInvitation(params['token'] ?? '')
  const invited = bearer && { email: bearer.email, name: bearer.name, role: bearer.role }
  const title = pageTitle(args, 'auth.inviteAccept')
  const shown = { title, invited, issuer: account.issuer, min: PASSWORD_LENGTH_MIN }
  return data({ ...shown, ...companyOf(context.baraza) }, { status: bearer ? 200 : 410 })
}

/** Joins with a name and a password, and signs in. */
export async function invitationAction({ request, params, context }: ActionFunctionArgs) {
  const { baraza } = context
  const account = accountOf(baraza)
  const fields = await readFields(request)
  const counted = await baraza.services.throttle.count({
    'link.address': `${account.audience}:${addressKey(baraza.ip)}`,
  })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const done = await account.acceptInvitation(params['token'] ?? '', parsed.values)
  if (!done.ok) {
    return data({ result: refusal(passwordError(done.reason), fields) }, { status: 422 })
  }
  return enter(baraza, account, done.id, undefined)
}
