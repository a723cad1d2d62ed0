import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listTagsWithUse, saveTag } from '#app/domain/labels/tags.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { labelForm } from '#app/routes/label-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'
import { LabelFields } from '#app/ui/labels/label-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const tag = listTagsWithUse(db).find(({ id }) => id === Number(args.params['id']))
  if (!tag) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'labels.editTag')
  return { title, tag, mayWrite: can(member, 'settings.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, labelForm)
  if (!read.ok) return read.result
  const saved = saveTag(db, member, { ...read.values, id: Number(params['id']) })
  if (saved.ok) return redirect('/settings/tags?saved')
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(read.values, { name: saved.reason }).result
}

export default function EditTag() {
  const t = useT()
  const { tag, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditLabelPage
      title={t('labels.editTag')}
      back={{ to: '/settings/tags', label: t('labels.tags') }}
      action={`/settings/tags/${tag.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('labels.tagDeleteTitle', { name: tag.name }),
        lead: t('labels.tagDeleteLead', { count: tag.used }),
      }}
    >
      <LabelFields name={tag.name} color={tag.color} />
    </EditLabelPage>
  )
}
