import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { everybody } from '#app/platform/announcements/announcement.ts'
import { addAnnouncement } from '#app/platform/announcements/save.server.ts'
import { listChoices } from '#app/routes/admin/announcement-choices.server.ts'
import { AnnouncementFields } from '#app/routes/admin/announcement-fields.tsx'
import { readAnnouncement, readPreview } from '#app/routes/admin/announcement-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { AnnouncementPreview } from '#app/routes/admin/announcement-preview.tsx'
import type { NewAnnouncement } from '#app/platform/announcements/save.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const EMPTY = {
  ...{ level: 'info', titleEn: '', titleSw: '', textEn: '', textSw: '', from: '', until: '' },
  ...{ timeZone: 'Africa/Nairobi', companies: '', isDismissable: true, audience: everybody },
}

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'control.write')
  return { title: pageTitle(args, 'control.newAnnouncement'), choices: listChoices(platform) }
}

/** Announces it, from its time on; its page then shows how it looks. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'control.write')
  const preview = await readPreview(platform, request, Date.now())
  if (preview) return data(preview, { status: preview.preview ? 200 : 422 })
  const read = await readAnnouncement(platform, request, Date.now())
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  const id = addAnnouncement(platform, user, read.values)
  return redirect(`/admin/announcements/${id}?saved`)
}

export default function NewAnnouncement() {
  const { choices } = useLoaderData<typeof loader>()
  const answer = useActionData<{ result?: FormResult; preview?: NewAnnouncement }>()
  const preview = answer?.preview
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('control.newAnnouncement')}
        description={t('control.newAnnouncementLead')}
        back={{ to: '/admin/announcements', label: t('control.announcements') }}
      />
      {preview && <AnnouncementPreview announcement={{ ...preview, id: 0 }} />}
      <AnnouncementFields
        action="/admin/announcements/new"
        values={preview ? { ...EMPTY, audience: preview.audience } : EMPTY}
        choices={choices}
        result={answer?.result}
        mayPreview
        confirm={t('control.announce')}
      />
    </Page>
  )
}
