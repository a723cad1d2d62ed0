import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireAccount } from './account.server.ts'
import { needed } from './fields.ts'
import { passwordError } from './password-error.server.ts'
import { parseFields, readFields, refusal } from './posted-form.server.ts'
import { tooMany } from './throttled.server.ts'

const schema = z.object({ currentPassword: needed, newPassword: needed })

export function passwordLoader(args: LoaderFunctionArgs) {
  const { email } = requireAccount(args.context.baraza).person
  return { title: pageTitle(args, 'auth.changePassword'), email, min: PASSWORD_LENGTH_MIN }
}

/** Changes the own password; every other session ends. */
export async function passwordAction({ request, context }: ActionFunctionArgs) {
  const account = requireAccount(context.baraza)
  const { throttle } = context.baraza.services
  const key = { 'password_check.account': `${account.audience}:${account.person.id}` }
  const parsed = parseFields(schema, await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const counted = await throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, {})
  const { currentPassword: current, newPassword: next } = parsed.values
  const changed = await account.changePassword({ current, next })
  if (changed.ok || changed.reason !== 'password_wrong') await throttle.giveBack(key)
  if (changed.ok) return redirect('/profile?note=password_changed')
  return data({ result: refusal(passwordError(changed.reason, 'newPassword')) }, { status: 422 })
}
