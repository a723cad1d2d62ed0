import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getRetention, saveRetention } from '#app/domain/privacy/retention.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

const choices = [90, 180, 365, 730, 1095, 1825, 2555] as const

const days = z
  .literal(['', ...choices.map(String)])
  .transform((text) => (text === '' ? null : Number(text)))
const form = z.object({ messages: days, contacts: days })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'privacy.retention')
  return { title, frame: toSettingsFrame(member, args.request), rules: getRetention(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, form)
  if (!read.ok) return read.result
  const { messages: messagesDays, contacts: contactsDays } = read.values
  saveRetention(db, member, { messagesDays, contactsDays })
  return redirect('/settings/retention?saved')
}

export default function RetentionSettings() {
  const t = useT()
  const { frame, rules } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="retention" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/retention" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('privacy.retention')} description={t('privacy.retentionLead')}>
              <Days name="messages" value={rules.messagesDays} />
              <Days name="contacts" value={rules.contactsDays} />
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}

function Days({ name, value }: { name: 'messages' | 'contacts'; value: number | null }) {
  const t = useT()
  return (
    <Field name={name} label={t(`privacy.keep.${name}`)} help={t(`privacy.keepHelp.${name}`)}>
      <Select defaultValue={value ?? ''}>
        <option value="">{t('privacy.keepForever')}</option>
        {choices.map((count) => (
          <option key={count} value={count}>
            {t('privacy.keepDays', { count })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
