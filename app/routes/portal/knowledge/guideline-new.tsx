import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { saveGuideline } from '#app/domain/training/guidelines.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { guidelineForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { GuidelineFields } from '#app/ui/knowledge/guideline-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'training.guidelineNew') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, guidelineForm)
  if (!read.ok) return read.result
  saveGuideline(db, { ...read.values, memberId: member.id })
  return redirect('/knowledge/guidelines?note=saved')
}

export default function NewGuideline() {
  const t = useT()
  return (
    <EditPage
      kind="guideline"
      title={t('training.guidelineNew')}
      action="/knowledge/guidelines/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <GuidelineFields />
    </EditPage>
  )
}
