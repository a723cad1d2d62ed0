import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { accountOf } from './account.server.ts'
import { needed } from './fields.ts'
import { parseFields, readFields, refusal } from './posted-form.server.ts'
import { companyOf, enter } from './sign-in.server.ts'
import { passwordError } from './password-error.server.ts'
import { tooMany } from './throttled.server.ts'

const schema = z.object({ password: needed })

export function resetLoader(args: LoaderFunctionArgs) {
  const { params, context } = args
  const bearer = accountOf(context.baraza).findReset(params['token'] ?? '')
  const title = pageTitle(args, 'auth.resetTitle')
  const shown = { title, email: bearer?.email, min: PASSWORD_LENGTH_MIN }
  return data({ ...shown, ...companyOf(context.baraza) }, { status: bearer ? 200 : 410 })
}

/** Sets the new password, ends every session, and signs in (by way of the second step). */
export async function resetAction({ request, params, context }: ActionFunctionArgs) {
  const { baraza } = context
  const account = accountOf(baraza)
  const fields = await readFields(request)
  const counted = await baraza.services.throttle.count({
    'link.address': `${account.audience}:${addressKey(baraza.ip)}`,
  })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const done = await account.resetPassword(params['token'] ?? '', parsed.values.password)
  if (!done.ok) return data({ result: refusal(passwordError(done.reason)) }, { status: 422 })
  return enter(baraza, account, done.id, undefined)
}
