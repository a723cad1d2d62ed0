import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/members/permissions.ts'
import { findSample, saveSample } from '#app/domain/training/samples.server.ts'
import { printTurns, readTurns } from '#app/domain/training/turns.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { sampleForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { SampleFields } from '#app/ui/knowledge/sample-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const found = findSample(db, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const t = translator(member.language)
  const names = { customer: t('training.sampleCustomer'), company: t('training.sampleUs') }
  const typed = printTurns(readTurns(found.turnsJson), names)
  const title = pageTitle(args, 'training.sampleEdit')
  return { title, sample: { ...found, typed }, mayWrite: can(member, 'knowledge.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, sampleForm)
  if (!read.ok) return read.result
  const saved = saveSample(db, { ...read.values, memberId: member.id }, Number(params['id']))
  if (!saved) throw new Response(null, { status: 404 })
  return redirect('/knowledge/samples?note=saved')
}

export default function EditSample() {
  const t = useT()
  const { sample, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="sample"
      title={t('training.sampleEdit')}
      action={`/knowledge/samples/${sample.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('training.sampleDeleteTitle', { name: sample.title }),
        lead: t('training.sampleDeleteLead'),
      }}
    >
      <SampleFields sample={sample} />
    </EditPage>
  )
}
