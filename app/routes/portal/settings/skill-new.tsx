import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inquiryTypes } from '#app/domain/analytics/topics.ts'
import { addSkill } from '#app/domain/assignment/skills.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { skillForm } from '#app/routes/assignment-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SkillFields } from '#app/ui/assignment/skill-fields.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'settings.write')
  const title = pageTitle(args, 'assignment.newSkill')
  return { title, members: listAssignable(db), inquiryTypes }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const form = await readFormData(request)
  const { schema, typed } = skillForm(form)
  const read = parseForm(form, schema)
  if (!read.ok) return read.result
  const added = addSkill(db, member, read.values)
  if (!added.ok) return refuseForm(typed, { name: added.reason }).result
  return redirect('/settings/skills?saved')
}

export default function NewSkill() {
  const t = useT()
  const { members, inquiryTypes } = useLoaderData<typeof loader>()
  return (
    <EditLabelPage
      title={t('assignment.newSkill')}
      back={{ to: '/settings/skills', label: t('assignment.skills') }}
      action="/settings/skills/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <SkillFields members={members} inquiryTypes={inquiryTypes} />
    </EditLabelPage>
  )
}
