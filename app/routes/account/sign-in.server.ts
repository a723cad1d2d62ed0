import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { parseEmail } from '#app/credentials/email.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { hostCookie, sessionCookie } from '#app/server/cookies.server.ts'
import type { RequestContext } from '#app/server/load-context.ts'
import { readReader } from '#app/server/reader.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { accountOf } from './account.server.ts'
import type { Account } from './account.server.ts'
import { capBody, refusal, toFields } from './posted-form.server.ts'
import { toNextPath } from './safe-path.ts'
import { tooMany } from './throttled.server.ts'

const SECOND_STEP_S = 10 * 60
export const SECOND_STEP_COOKIE = 'baraza_second_step'

type Verified =
  | { ok: true; id: number; next: string | undefined }
  | { ok: false; fields: Record<string, string>; retryAfterS?: number }

/** What the sign-in page shows around its form. */
export function signInLoader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { searchParams } = new URL(request.url)
  const next = toNextPath(searchParams.get('next'))
  const isSignedOut = searchParams.get('note') === 'signed_out'
  const { surface, appOrigin } = context.baraza
  const title = pageTitle(args, 'auth.signInTitle')
  return { title, surface, appOrigin, next, isSignedOut, ...companyOf(context.baraza) }
}

/** Checks e-mail and password; wrong ones never say which of the two it was. */
export async function signInAction({ request, context }: ActionFunctionArgs) {
  const { baraza } = context
  const account = accountOf(baraza)
  const verified = await authenticate(request, (form) => verify(baraza, account, toFields(form)))
  if (!verified.ok) {
    const { fields, retryAfterS } = verified
    if (retryAfterS !== undefined) return tooMany(retryAfterS, fields)
    return data({ result: refusal({ '': 'wrong_credentials' }, fields) }, { status: 401 })
  }
  return enter(baraza, account, verified.id, verified.next)
}

/** Signs somebody in who has shown who they are, by way of the second step if they have one. */
export function enter(
  context: RequestContext,
  account: Account,
  id: number,
  next: string | undefined,
): Response {
  const { isSecure } = context
  const { step, token } = account.signIn(id)
  if (step === 'second_step') {
    const cookie = hostCookie(SECOND_STEP_COOKIE, token, { isSecure, maxAgeS: SECOND_STEP_S })
    const query = next ? `?next=${encodeURIComponent(next)}` : ''
    return redirect(`/login/code${query}`, { headers: { 'Set-Cookie': cookie } })
  }
  const maxAgeS = account.sessionMaxAgeS
  const cookie = sessionCookie(account.surface, token, { isSecure, maxAgeS })
  return redirect(next ?? account.homePath(id), { headers: { 'Set-Cookie': cookie } })
}

/** The company's sign above the forms of its own host; nothing on the app host. */
export function companyOf(context: RequestContext) {
  if (context.surface !== 'portal') return { company: undefined }
  const { name, logoUrl } = readReader(context, null).brand
  return { company: { name, logoUrl } }
}

/** @throws Response 413 or 400 for what is no form */
async function authenticate<T>(
  request: Request,
  check: (form: FormData) => Promise<T>,
): Promise<T> {
  const authenticator = new Authenticator<T>()
  authenticator.use(new FormStrategy<T>(({ form }) => check(form)), 'form')
  const small = await capBody(request)
  try {
    return await authenticator.authenticate('form', small)
  } catch (error) {
    // What FormData cannot read throws a TypeError.
    if (error instanceof TypeError) throw new Response(null, { status: 400 })
    throw error
  }
}

async function verify(
  context: RequestContext,
  account: Account,
  fields: Record<string, string>,
): Promise<Verified> {
  const { throttle } = context.services
  const email = parseEmail(fields['email'])
  const person = `${account.audience}:${email ?? 'none'}`
  const address = addressKey(context.ip)
  const keys = {
    'sign_in.account_here': `${person}:${address}`,
    'sign_in.account': person,
    'sign_in.address': `${account.audience}:${address}`,
  }
  const counted = await throttle.count(keys)
  if (!counted.ok) {
    account.noteLockedOut(email)
    return { ok: false, fields, retryAfterS: counted.retryAfterS }
  }
  const id = await account.checkCredentials(email, fields['password'] ?? '')
  if (id === undefined) return { ok: false, fields }
  await throttle.giveBack(keys)
  return { ok: true, id, next: toNextPath(fields['next']) }
}
