import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { hostCookie, readHostCookie, sessionCookie } from '#app/server/cookies.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { accountOf } from './account.server.ts'
import { readFields, refusal } from './posted-form.server.ts'
import { toNextPath } from './safe-path.ts'
import { companyOf, SECOND_STEP_COOKIE } from './sign-in.server.ts'
import { tooMany } from './throttled.server.ts'

const CODE_LENGTH_MAX = 60

/** The page for the second step; without a password just before, back to the start. */
export function secondStepLoader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { waiting } = findWaiting(request, context.baraza)
  if (!waiting) return redirect('/login')
  const { searchParams } = new URL(request.url)
  const withRecovery = searchParams.has('recovery')
  const next = toNextPath(searchParams.get('next'))
  const title = pageTitle(args, 'auth.codeTitle')
  return { title, withRecovery, next, ...companyOf(context.baraza) }
}

/** Checks the app's code or a recovery code and signs in. */
export async function secondStepAction({ request, context }: ActionFunctionArgs) {
  const { baraza } = context
  const fields = await readFields(request)
  const { account, token, waiting } = findWaiting(request, baraza)
  if (!token || !waiting) return redirect('/login')
  const key = { 'second_step.account': `${account.audience}:${waiting}` }
  const counted = await baraza.services.throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, {})
  const code = (fields['code'] ?? '').slice(0, CODE_LENGTH_MAX)
  const sessionToken = account.finishSignIn(token, code)
  if (!sessionToken) return data({ result: refusal({ code: 'code_wrong' }) }, { status: 401 })
  await baraza.services.throttle.giveBack(key)
  const { isSecure } = baraza
  const headers = new Headers()
  const session = { isSecure, maxAgeS: account.sessionMaxAgeS }
  headers.append('Set-Cookie', sessionCookie(account.surface, sessionToken, session))
  headers.append('Set-Cookie', hostCookie(SECOND_STEP_COOKIE, '', { isSecure, maxAgeS: 0 }))
  return redirect(toNextPath(fields['next']) ?? account.homePath(waiting), { headers })
}

function findWaiting(request: Request, context: Parameters<typeof accountOf>[0]) {
  const account = accountOf(context)
  const cookie = request.headers.get('cookie')
  const token = readHostCookie(cookie, SECOND_STEP_COOKIE, context.isSecure)
  return { account, token, waiting: token ? account.findSecondStep(token) : undefined }
}
