import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { saveSample } from '#app/domain/training/samples.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { sampleForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { SampleFields } from '#app/ui/knowledge/sample-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'training.sampleNew') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, sampleForm)
  if (!read.ok) return read.result
  saveSample(db, { ...read.values, memberId: member.id })
  return redirect('/knowledge/samples?note=saved')
}

export default function NewSample() {
  const t = useT()
  return (
    <EditPage
      kind="sample"
      title={t('training.sampleNew')}
      action="/knowledge/samples/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <SampleFields />
    </EditPage>
  )
}
