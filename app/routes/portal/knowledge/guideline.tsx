import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/members/permissions.ts'
import { findGuideline, saveGuideline } from '#app/domain/training/guidelines.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { guidelineForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { GuidelineFields } from '#app/ui/knowledge/guideline-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const found = findGuideline(db, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'training.guidelineEdit')
  return { title, guideline: found, mayWrite: can(member, 'knowledge.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, guidelineForm)
  if (!read.ok) return read.result
  const saved = saveGuideline(db, { ...read.values, memberId: member.id }, Number(params['id']))
  if (!saved) throw new Response(null, { status: 404 })
  return redirect('/knowledge/guidelines?note=saved')
}

export default function EditGuideline() {
  const t = useT()
  const { guideline, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="guideline"
      title={t('training.guidelineEdit')}
      action={`/knowledge/guidelines/${guideline.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('training.guidelineDeleteTitle'),
        lead: t('training.guidelineDeleteLead'),
      }}
    >
      <GuidelineFields guideline={guideline} />
    </EditPage>
  )
}
