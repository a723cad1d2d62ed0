import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findPriority, savePriority } from '#app/domain/labels/priorities.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { priorityForm } from '#app/routes/label-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'
import { LabelFields } from '#app/ui/labels/label-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const priority = findPriority(db, Number(args.params['id']))
  if (!priority) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'labels.editPriority')
  return { title, priority, mayWrite: can(member, 'settings.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, priorityForm)
  if (!read.ok) return read.result
  const saved = savePriority(db, member, { ...read.values, id: Number(params['id']) })
  if (saved.ok) return redirect('/settings/priorities?saved')
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(read.values, { name: saved.reason }).result
}

export default function EditPriority() {
  const t = useT()
  const { priority, mayWrite } = useLoaderData<typeof loader>()
  const { id, name, color, isDefault } = priority
  const deletion = {
    title: t('labels.priorityDeleteTitle', { name }),
    lead: t('labels.priorityDeleteLead'),
  }
  return (
    <EditLabelPage
      title={t('labels.editPriority')}
      back={{ to: '/settings/priorities', label: t('labels.priorities') }}
      action={`/settings/priorities/${id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={isDefault ? undefined : deletion}
    >
      <LabelFields name={name} color={color} />
      {!isDefault && <Checkbox name="isDefault" label={t('labels.makeDefault')} />}
    </EditLabelPage>
  )
}
