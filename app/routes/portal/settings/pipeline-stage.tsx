import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { findStage, saveStage } from '#app/domain/leads/stages.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { stageForm } from '#app/routes/lead-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'
import { StageFields } from '#app/ui/leads/stage-fields.tsx'
import { Notice } from '#app/ui/notice.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const stage = findStage(db, Number(args.params['id']))
  if (!stage) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'leads.stageEdit')
  return { title, stage, mayWrite: can(member, 'settings.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, stageForm)
  if (!read.ok) return read.result
  const saved = saveStage(db, member, { id: Number(params['id']), ...read.values })
  if (saved.ok) return redirect('/settings/pipeline?saved')
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(read.values, { name: saved.reason }).result
}

export default function EditStage() {
  const t = useT()
  const { stage, mayWrite } = useLoaderData<typeof loader>()
  const problem = useSearchParams()[0].get('problem')
  const errorText = useErrorText()
  return (
    <EditLabelPage
      title={t('leads.stageEdit')}
      back={{ to: '/settings/pipeline', label: t('leads.pipeline') }}
      action={`/settings/pipeline/${stage.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('leads.stageArchiveTitle', { name: stage.name }),
        lead: t('leads.stageArchiveLead'),
      }}
    >
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      <StageFields name={stage.name} probability={stage.probability} />
    </EditLabelPage>
  )
}
