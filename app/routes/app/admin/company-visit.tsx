import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { z } from 'zod'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { SUPPORT_MINUTES, SUPPORT_REASON_LENGTH_MAX } from '#app/platform/support/limits.ts'
import { parseFields, readFields } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { buttonClass } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Textarea } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({
  reason: requiredText(SUPPORT_REASON_LENGTH_MAX),
  minutes: z
    .string('required')
    .refine((text) => SUPPORT_MINUTES.map(String).includes(text), 'invalid')
    .transform(Number),
})

export function loader(args: LoaderFunctionArgs) {
  const { company, platform } = requireCompany(args, 'support.enter')
  const title = pageTitle(args, 'support.enterTitle', { name: company.name })
  return {
    title,
    company: { id: company.id, name: company.name },
    isOpen: isOpen(company),
    lengths: listLengths(platform),
  }
}

/** Gives out the address of the company's door, with a ticket that works once. @throws Response 404 when it is closed */
export async function action(args: ActionFunctionArgs) {
  const { company, user, platform, appOrigin, services } = requireCompany(args, 'support.enter')
  const parsed = parseFields(form, await readFields(args.request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  if (!isOpen(company) || !listLengths(platform).includes(parsed.values.minutes))
    throw new Response(null, { status: 404 })
  const ticket = services.support.begin(user, { tenantId: company.id, ...parsed.values })
  const origin = appOrigin.replace('://app.', `://${company.slug}.`)
  // Told rather than redirected to: a form may not lead to another host.
  return data({ door: `${origin}/support?ticket=${ticket}` }, { status: 201 })
}

/** Lengths in minutes, as far as the platform's settings let a visit last. */
function listLengths(platform: PlatformDb): number[] {
  return SUPPORT_MINUTES.filter((minutes) => minutes <= readSettings(platform).supportMinutesMax)
}

/** A company that is closed has no pages to look at. */
function isOpen({ status, deletesAt }: { status: string; deletesAt: number | null }): boolean {
  return status === 'active' && deletesAt === null
}

export default function CompanyVisit() {
  const { company, isOpen, lengths } = useLoaderData<{
    company: { id: string; name: string }
    isOpen: boolean
    lengths: number[]
  }>()
  const t = useT()
  const answer = useActionData<{ result?: FormResult; door?: string }>()
  if (answer?.door) return <Door door={answer.door} name={company.name} />
  return (
    <ActionPage
      {...{ company, verb: 'visit' }}
      result={answer?.result}
      title={t('support.enterTitle', { name: company.name })}
      lead={t('support.enterLead')}
      confirm={t('support.enter')}
      closed={!isOpen && <Notice tone="warn">{t('support.enterClosed')}</Notice>}
    >
      <Field name="reason" label={t('support.reason')} help={t('support.reasonHelp')}>
        <Textarea rows={2} maxLength={SUPPORT_REASON_LENGTH_MAX} required />
      </Field>
      <RadioGroup
        name="minutes"
        legend={t('support.howLong')}
        defaultValue="15"
        options={lengths.map((minutes) => ({
          value: String(minutes),
          label: t('support.minutes', { minutes }),
        }))}
      />
    </ActionPage>
  )
}

/** Leads on by itself; without a script it is one press. */
function Door({ door, name }: { door: string; name: string }) {
  const t = useT()
  useEffect(() => location.replace(door), [door])
  return (
    <Page width="narrow">
      <PageHeader title={t('support.enterTitle', { name })} description={t('support.doorReady')} />
      <div>
        <a href={door} className={buttonClass({ variant: 'primary', size: 'large' })}>
          {t('common.continue')}
        </a>
      </div>
    </Page>
  )
}
