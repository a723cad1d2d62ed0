import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveIdleRule } from '#app/domain/company/settings.server.ts'
import { numberField, orNull } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

const idleForm = z.object({ hours: orNull(numberField(1, 8_760).pipe(z.number().int())) })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  return {
    title: pageTitle(args, 'views.idle'),
    frame: toSettingsFrame(member, args.request),
    hours: getCompany(db).idleCloseHours,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, idleForm)
  if (!read.ok) return read.result
  saveIdleRule(db, member, read.values.hours)
  return redirect('/settings/idle?saved')
}

export default function IdleSettings() {
  const t = useT()
  const { frame, hours } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="idle" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <FormErrorSummary labels={{ hours: t('views.idleHours') }} />
        <Form method="post" action="/settings/idle">
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('views.idleTitle')} description={t('views.idleLead')}>
              <Field name="hours" label={t('views.idleHours')} help={t('views.idleHelp')} optional>
                <Input
                  type="number"
                  min={1}
                  max={8760}
                  step={1}
                  inputMode="numeric"
                  defaultValue={hours ?? ''}
                  after={t('views.idleUnit')}
                />
              </Field>
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
