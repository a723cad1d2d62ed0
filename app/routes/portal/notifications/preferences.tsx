import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { readPreferences, savePreferences } from '#app/domain/notifications/preferences.server.ts'
import { listSubscriptions } from '#app/domain/notifications/push-subscriptions.server.ts'
import { describeDevice } from '#app/routes/account/device.ts'
import { readNotificationForm, toClock } from '#app/routes/notification-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ChoiceTable } from '#app/ui/notifications/choice-table.tsx'
import { DeviceList } from '#app/ui/notifications/device-list.tsx'
import { QuietFields, RhythmField } from '#app/ui/notifications/quiet-fields.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'

const NOTES = { saved: 'notifications.saved', removed: 'notifications.deviceRemoved' } as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member, services } = requireMember(context)
  const { quiet, ...preferences } = readPreferences(db, member.id)
  const note = new URL(request.url).searchParams.get('note')
  return {
    title: pageTitle(args, 'notifications.chooseTitle'),
    ...{ preferences, timeZone: getCompany(db).timeZone, publicKey: services.push.publicKey },
    quiet: quiet && { from: toClock(quiet.from), until: toClock(quiet.until) },
    note: note === 'saved' || note === 'removed' ? NOTES[note] : undefined,
    devices: listSubscriptions(db, member.id).map(({ userAgent, ...device }) => ({
      ...device,
      name: describeDevice(userAgent),
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  const read = readNotificationForm(await readFormData(request))
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  savePreferences(db, member.id, read.values)
  return redirect('/profile/notifications?note=saved')
}

export default function NotificationPreferences() {
  const { preferences, quiet, timeZone, note, devices, publicKey } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('notifications.title')}
        description={t('notifications.profileLead')}
        back={{ to: '/profile', label: t('common.profile') }}
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      <Section title={t('notifications.devicesTitle')} description={t('notifications.devicesLead')}>
        <DeviceList devices={devices} publicKey={publicKey} />
      </Section>
      <FormState result={useActionData<typeof action>()?.result}>
        <Form
          method="post"
          action="/profile/notifications"
          className="flex flex-col gap-6"
          noValidate
        >
          <FormErrorSummary
            labels={{
              quietFrom: t('notifications.quietFrom'),
              quietUntil: t('notifications.quietUntil'),
            }}
          />
          <Section
            title={t('notifications.chooseTitle')}
            description={t('notifications.chooseLead')}
          >
            <ChoiceTable choices={preferences.choices} />
            <Checkbox
              name="pushNames"
              label={t('notifications.namesLabel')}
              help={t('notifications.namesHelp')}
              defaultChecked={preferences.pushNames}
            />
          </Section>
          <Section
            title={t('notifications.quietTitle')}
            description={t('notifications.quietLead', { zone: timeZone })}
          >
            <QuietFields quiet={quiet} />
          </Section>
          <Section
            title={t('notifications.digestTitle')}
            description={t('notifications.digestLead')}
          >
            <RhythmField digest={preferences.digest} />
          </Section>
          <div className="flex justify-end border-t pt-5">
            <SubmitButton action="/profile/notifications">{t('common.save')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
