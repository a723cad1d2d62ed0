import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inquiryTypes } from '#app/domain/analytics/topics.ts'
import { findSkill, saveSkill } from '#app/domain/assignment/skills.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { skillForm } from '#app/routes/assignment-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SkillFields } from '#app/ui/assignment/skill-fields.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const skill = findSkill(db, Number(args.params['id']))
  if (!skill) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'assignment.editSkill')
  const mayWrite = can(member, 'settings.write')
  return { title, skill, members: listAssignable(db), inquiryTypes, mayWrite }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const form = await readFormData(request)
  const { schema, typed } = skillForm(form)
  const read = parseForm(form, schema)
  if (!read.ok) return read.result
  const saved = saveSkill(db, member, { ...read.values, id: Number(params['id']) })
  if (saved.ok) return redirect('/settings/skills?saved')
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(typed, { name: saved.reason }).result
}

export default function EditSkill() {
  const t = useT()
  const { skill, members, inquiryTypes, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditLabelPage
      title={t('assignment.editSkill')}
      back={{ to: '/settings/skills', label: t('assignment.skills') }}
      action={`/settings/skills/${skill.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('assignment.skillDeleteTitle', { name: skill.name }),
        lead: t('assignment.skillDeleteLead'),
      }}
    >
      <SkillFields skill={skill} members={members} inquiryTypes={inquiryTypes} />
    </EditLabelPage>
  )
}
