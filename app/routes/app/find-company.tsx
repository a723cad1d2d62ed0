import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { emailField } from '#app/routes/account/fields.ts'
import { parseFields, readFields } from '#app/routes/account/posted-form.server.ts'
import { tooMany } from '#app/routes/account/throttled.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toApp } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

const schema = z.object({ email: emailField })

export function loader(args: LoaderFunctionArgs) {
  return { title: pageTitle(args, 'auth.findTitle') }
}

/** Answers the same for every address; a job looks, and a mail tells whoever owns it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, services, appOrigin, ip } = toApp(context)
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { email } = parsed.values
  const counted = await services.throttle.count({
    'find_company.account': email,
    'find_company.address': addressKey(ip),
  })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  enqueuePlatformJob(platform, 'company.find', { email, appOrigin })
  return data({ sentTo: email })
}

export default function FindCompany() {
  const answer = useActionData<{ result?: FormResult; sentTo?: string }>()
  const t = useT()
  if (answer?.sentTo) {
    return (
      <AccountFrame title={t('auth.forgotSentTitle')} below={<CreateOne />}>
        <p role="status">{t('auth.findSent', { email: answer.sentTo })}</p>
      </AccountFrame>
    )
  }
  return (
    <AccountFrame title={t('auth.findTitle')} lead={t('auth.findLead')} below={<CreateOne />}>
      <FormState result={answer?.result}>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary />
          <Field name="email" label={t('auth.email')}>
            <Input type="email" autoComplete="username" />
          </Field>
          <SubmitButton wide size="large">
            {t('auth.findSend')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}

function CreateOne() {
  const t = useT()
  return (
    <>
      {t('auth.noCompany')}{' '}
      <Link to="/signup" className="inline-block py-0.5 font-medium text-accent hover:underline">
        {t('auth.createCompany')}
      </Link>
    </>
  )
}
