import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { findTokenBearer } from '#app/domain/members/tokens.server.ts'
import { verifyAsOwner, verifyWithPassword } from '#app/domain/members/verify-owner.server.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { accountOf } from '#app/routes/account/account.server.ts'
import { BackToSignIn } from '#app/routes/account/back-to-sign-in.tsx'
import { passwordError } from '#app/routes/account/password-error.server.ts'
import { readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { enter } from '#app/routes/account/sign-in.server.ts'
import { tooMany } from '#app/routes/account/throttled.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

/** Behind the link of the confirmation mail. Opening it changes nothing: mail scanners open links. */
export function loader(args: LoaderFunctionArgs) {
  const { db, tenant, member } = toPortal(args.context)
  const bearer = findTokenBearer(db, 'email_verification', args.params['token'] ?? '')
  const shown = {
    title: pageTitle(args, 'auth.verifyTitle'),
    company: { name: tenant.name },
    email: bearer?.email,
    isOwner: bearer !== undefined && bearer.id === member?.id,
    min: PASSWORD_LENGTH_MIN,
  }
  return data(shown, { status: bearer ? 200 : 410 })
}

/** Confirms: at once for the owner who is signed in, otherwise with a new password. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, tenant, ip, services } = toPortal(context)
  const token = params['token'] ?? ''
  const fields = await readFields(request)
  const key = { 'link.address': `${tenant.id}:${addressKey(ip)}` }
  const counted = await services.throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, {})
  if (member && verifyAsOwner(db, token, member.id)) return redirect('/conversations')
  const done = await verifyWithPassword(db, token, fields['password'] ?? '')
  if (!done.ok) return data({ result: refusal(passwordError(done.reason)) }, { status: 422 })
  return enter(context.baraza, accountOf(context.baraza), done.memberId, undefined)
}

type Shown = { company: { name: string }; email?: string; isOwner: boolean; min: number }

export default function Verify() {
  const { company, email, isOwner } = useLoaderData<Shown>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  if (!email) {
    return (
      <AccountFrame title={t('auth.linkDeadTitle')} company={company} below={<BackToSignIn />}>
        <p>{t('auth.linkDeadVerify')}</p>
      </AccountFrame>
    )
  }
  const lead = t(isOwner ? 'auth.verifyLead' : 'auth.verifyLeadPassword', {
    company: company.name,
    email,
  })
  return (
    <AccountFrame
      title={t('auth.verifyTitle')}
      lead={lead}
      company={company}
      below={isOwner ? undefined : <SignInInstead />}
    >
      <FormState result={result}>
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          <FormErrorSummary />
          {!isOwner && <NewPassword email={email} />}
          <SubmitButton wide size="large">
            {t('auth.verifyConfirm')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}

function NewPassword({ email }: { email: string }) {
  const { min } = useLoaderData<Shown>()
  const t = useT()
  return (
    <>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="password" label={t('auth.newPassword')} help={t('auth.passwordHelp', { min })}>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </>
  )
}

/** Who still knows the password signs in, and then only confirms. */
function SignInInstead() {
  const { pathname } = useLocation()
  const t = useT()
  return (
    <Link
      to={`/login?next=${encodeURIComponent(pathname)}`}
      className="inline-block py-0.5 font-medium text-accent hover:underline"
    >
      {t('auth.verifySignIn')}
    </Link>
  )
}
