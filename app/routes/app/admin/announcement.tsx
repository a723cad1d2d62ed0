import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { stateOf } from '#app/platform/announcements/announcement.ts'
import { findAnnouncement } from '#app/platform/announcements/list.server.ts'
import { saveAnnouncement } from '#app/platform/announcements/save.server.ts'
import { listSlugs } from '#app/platform/flags/find-subject.server.ts'
import { listChoices } from '#app/routes/admin/announcement-choices.server.ts'
import { AnnouncementFields } from '#app/routes/admin/announcement-fields.tsx'
import { AnnouncementPreview } from '#app/routes/admin/announcement-preview.tsx'
import { readAnnouncement } from '#app/routes/admin/announcement-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One announcement: how it looks in both languages, and everything about it. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'control.write')
  const found = findAnnouncement(platform, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const { startsAt, endsAt, timeZone, audience } = found
  return {
    title: pageTitle(args, 'control.announcement'),
    ...{ id: found.id, state: stateOf(found, Date.now()), choices: listChoices(platform) },
    wasSaved: new URL(args.request.url).searchParams.has('saved'),
    values: {
      ...found,
      from: toWallTime(startsAt, timeZone),
      until: endsAt === null ? '' : toWallTime(endsAt, timeZone),
      companies: listSlugs(platform, audience.companies).join(', '),
    },
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'control.write')
  const id = Number(params['id'])
  if (!findAnnouncement(platform, id)) throw new Response(null, { status: 404 })
  const read = await readAnnouncement(platform, request, Date.now())
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  saveAnnouncement(platform, user, { ...read.values, id })
  return redirect(`/admin/announcements/${id}?saved`)
}

export default function AnnouncementPage() {
  const { id, state, values, choices, wasSaved } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('control.announcement')}
        description={t(`control.state_${state}`)}
        back={{ to: '/admin/announcements', label: t('control.announcements') }}
        actions={
          state !== 'over' && (
            <ConfirmDialog
              id="end"
              trigger={t('control.endNow')}
              title={t('control.endNowTitle', { title: values.titleEn })}
              action={`/admin/announcements/${id}/ending`}
              confirmLabel={t('control.endNow')}
            >
              {t('control.endNowLead')}
            </ConfirmDialog>
          )
        }
      />
      {wasSaved && (
        <div role="status">
          <Notice tone="good">{t('control.announcementSaved')}</Notice>
        </div>
      )}
      <AnnouncementPreview announcement={{ ...values, id }} />
      <AnnouncementFields
        action={`/admin/announcements/${id}`}
        values={values}
        choices={choices}
        result={useActionData<{ result?: FormResult }>()?.result}
        confirm={t('common.save')}
      />
    </Page>
  )
}
