import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveLinkPreviews } from '#app/domain/company/settings.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Switch } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  return {
    title: pageTitle(args, 'media.previews'),
    frame: toSettingsFrame(member, args.request),
    isOn: getCompany(db).linkPreviews === 1,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  saveLinkPreviews(db, member, (await readFormData(request)).has('isOn'))
  return redirect('/settings/link-previews?saved')
}

export default function LinkPreviewSettings() {
  const t = useT()
  const { frame, isOn } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="link-previews" frame={frame}>
      <Form method="post" action="/settings/link-previews">
        <SettingsFields mayWrite={frame.mayWrite}>
          <Section title={t('media.previewsTitle')} description={t('media.previewsLead')}>
            <Switch
              name="isOn"
              label={t('media.previewsOn')}
              help={t('media.previewsHelp')}
              defaultChecked={isOn}
            />
          </Section>
        </SettingsFields>
      </Form>
    </SettingsPage>
  )
}
