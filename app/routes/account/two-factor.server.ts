import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { drawTotpQr } from '#app/credentials/totp.server.ts'
import type { RequestContext } from '#app/server/load-context.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireAccount } from './account.server.ts'
import { readFields, refusal } from './posted-form.server.ts'
import { tooMany } from './throttled.server.ts'

const PAGE = '/profile/two-factor'
const PASSWORD_LENGTH_MAX = 1_000

/** Where the second step stands, and while it is being set up what an app scans. */
export async function twoFactorLoader(args: LoaderFunctionArgs) {
  const account = requireAccount(args.context.baraza)
  const { isOn, recoveryCodesLeft } = account.twoFactor.read()
  const secret = account.twoFactor.findPendingSecret()
  const qr = secret && (await drawTotpQr(secret, account.person.email, account.issuer))
  const setup =
    secret && qr
      ? {
          secret: inGroups(secret),
          qr: `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`,
        }
      : undefined
  return { title: pageTitle(args, 'auth.totpTitle'), isOn, recoveryCodesLeft, setup }
}

/** Starts setting it up, once the password was typed. */
export async function twoFactorAction({ request, context }: ActionFunctionArgs) {
  const refused = await refuseWrongPassword(request, context.baraza)
  if (refused) return refused
  requireAccount(context.baraza).twoFactor.begin()
  return redirect(PAGE)
}

/** The first code turns it on. The recovery codes are in this answer and nowhere else. */
export async function confirmationAction({ request, context }: ActionFunctionArgs) {
  const account = requireAccount(context.baraza)
  const fields = await readFields(request)
  const key = { 'second_step.account': `setup:${account.audience}:${account.person.id}` }
  const counted = await context.baraza.services.throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, {})
  const codes = account.twoFactor.confirm(fields['code'] ?? '')
  if (!codes) return data({ result: refusal({ code: 'code_wrong' }) }, { status: 422 })
  return { codes }
}

/** Turns it off, once the password was typed. */
export async function removalAction({ request, context }: ActionFunctionArgs) {
  const refused = await refuseWrongPassword(request, context.baraza)
  if (refused) return refused
  requireAccount(context.baraza).twoFactor.remove()
  return redirect('/profile?note=two_factor_off')
}

/** Ten new recovery codes in place of the old ones, once the password was typed. */
export async function recoveryCodesAction({ request, context }: ActionFunctionArgs) {
  const { twoFactor } = requireAccount(context.baraza)
  const refused = await refuseWrongPassword(request, context.baraza)
  if (refused) return refused
  return twoFactor.read().isOn ? { codes: twoFactor.renewCodes() } : redirect(PAGE)
}

async function refuseWrongPassword(request: Request, context: RequestContext) {
  const account = requireAccount(context)
  const password = (await readFields(request))['password'] ?? ''
  const key = { 'password_check.account': `${account.audience}:${account.person.id}` }
  const counted = await context.services.throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, {})
  if (!(await account.isOwnPassword(password.slice(0, PASSWORD_LENGTH_MAX)))) {
    return data({ result: refusal({ password: 'password_wrong' }) }, { status: 422 })
  }
  await context.services.throttle.giveBack(key)
  return undefined
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
