import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { accountOf } from './account.server.ts'
import { emailField } from './fields.ts'
import { parseFields, readFields } from './posted-form.server.ts'
import { companyOf } from './sign-in.server.ts'
import { tooMany } from './throttled.server.ts'

const RESET_MINUTES = 60
const schema = z.object({ email: emailField })

export function forgotLoader(args: LoaderFunctionArgs) {
  const title = pageTitle(args, 'auth.forgotTitle')
  return { title, minutes: RESET_MINUTES, ...companyOf(args.context.baraza) }
}

/** Answers the same whether or not anybody has this e-mail; the mail's job finds out. */
export async function forgotAction({ request, context }: ActionFunctionArgs) {
  const account = accountOf(context.baraza)
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { email } = parsed.values
  const counted = await context.baraza.services.throttle.count({
    'reset.account': `${account.audience}:${email}`,
    'reset.address': `${account.audience}:${addressKey(context.baraza.ip)}`,
  })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  account.mailReset(email)
  return data({ sentTo: email })
}
