import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { checkPassword, PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { emailField, needed, personNameField } from '#app/routes/account/fields.ts'
import { passwordError } from '#app/routes/account/password-error.server.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { tooMany } from '#app/routes/account/throttled.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toApp } from '#app/routes/require.server.ts'
import { SignUpForm } from '#app/routes/signup/sign-up-form.tsx'
import { SignUpReady } from '#app/routes/signup/sign-up-ready.tsx'
import { readReader } from '#app/server/reader.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

const schema = z.object({
  companyName: personNameField,
  slug: needed.transform((value) => value.trim().toLowerCase()),
  industry: z.enum(industrySlugs, { error: 'industry_unknown' }),
  name: personNameField,
  email: emailField,
  password: needed,
})

/** The domain's reasons → the field they are about and the sentence they get. */
const REASONS = {
  invalid_slug: { slug: 'slug_invalid' },
  reserved_slug: { slug: 'slug_reserved' },
  slug_taken: { slug: 'slug_taken' },
  unknown_industry: { industry: 'industry_unknown' },
} as const

export function loader(args: LoaderFunctionArgs) {
  const { appOrigin, platform } = toApp(args.context)
  const suffix = new URL(appOrigin).host.replace(/^app/, '')
  return {
    title: pageTitle(args, 'auth.signUpTitle'),
    suffix,
    min: PASSWORD_LENGTH_MIN,
    isOpen: isOpen(platform),
  }
}

/** Makes the company and hands its owner over to the company's own host. */
export async function action({ request, context }: ActionFunctionArgs) {
  const app = toApp(context)
  const { services, appOrigin, ip, userAgent } = app
  if (!isOpen(app.platform)) throw new Response(null, { status: 403 })
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const password = checkPassword(parsed.values.password)
  if (!password.ok) {
    return data({ result: refusal(passwordError(password.reason), fields) }, { status: 422 })
  }
  const counted = await services.throttle.count({
    'sign_up.account': parsed.values.email,
    'sign_up.address': addressKey(ip),
  })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  const { language } = readReader(app, request.headers.get('accept-language'))
  const client = { ip, userAgent }
  const made = await services.companies.signUp({ ...parsed.values, language, appOrigin, client })
  if (!made.ok) return data({ result: refusal(REASONS[made.reason], fields) }, { status: 422 })
  return data({ ready: { ...made, companyName: parsed.values.companyName } }, { status: 201 })
}

function isOpen(platform: PlatformDb): boolean {
  return readSettings(platform).signUp === 'open'
}

type Answer = {
  result?: FormResult
  ready?: { url: string; handOverUrl: string; companyName: string }
}

export default function SignUp() {
  const answer = useActionData<Answer>()
  const { isOpen } = useLoaderData<{ isOpen: boolean }>()
  const t = useT()
  if (!isOpen)
    return (
      <AccountFrame title={t('control.signUpShutTitle')} lead={t('control.signUpShutLead')}>
        <LinkButton to="/login">{t('errors.goHome')}</LinkButton>
      </AccountFrame>
    )
  return answer?.ready ? <SignUpReady {...answer.ready} /> : <SignUpForm result={answer?.result} />
}
