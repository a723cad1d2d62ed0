import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowUp } from 'lucide-react'
import { addStage, listStages } from '#app/domain/leads/stages.server.ts'
import { stageForm } from '#app/routes/lead-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { StageFields } from '#app/ui/leads/stage-fields.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'leads.pipeline')
  return { title, frame: toSettingsFrame(member, args.request), stages: listStages(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, stageForm)
  if (!read.ok) return read.result
  const added = addStage(db, member, read.values)
  if (!added.ok) return refuseForm(read.values, { name: added.reason }).result
  return redirect('/settings/pipeline?saved')
}

export default function Pipeline() {
  const t = useT()
  const { frame, stages } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <SettingsPage at="pipeline" frame={frame}>
      <p className="text-soft">{t('leads.pipelineLead')}</p>
      <Card flush>
        <Table
          caption={t('leads.pipeline')}
          rows={stages}
          rowKey={(stage) => stage.id}
          href={(stage) => `/settings/pipeline/${stage.id}`}
          columns={[
            { header: t('leads.stageName'), cell: (stage) => stage.name },
            { header: t('leads.stageKind'), cell: (stage) => t(`leads.kind_${stage.kind}`) },
            {
              header: t('leads.probability'),
              align: 'end',
              cell: (stage) => `${stage.probability} %`,
            },
          ]}
          actionsLabel={t('common.actions')}
          actions={(stage) => frame.mayWrite && stage !== stages[0] && <Rise stage={stage} />}
        />
      </Card>
      {frame.mayWrite && (
        <Card title={t('leads.stageNew')}>
          <FormState result={result}>
            <Form key={stages.length} method="post" action="/settings/pipeline" noValidate>
              <div className="grid gap-4 sm:grid-cols-[1fr_10rem_auto] sm:items-start">
                <StageFields />
                <div className="sm:pt-7">
                  <SubmitButton action="/settings/pipeline">{t('labels.add')}</SubmitButton>
                </div>
              </div>
            </Form>
          </FormState>
        </Card>
      )}
    </SettingsPage>
  )
}

function Rise({ stage }: { stage: { id: number; name: string } }) {
  const t = useT()
  const action = `/settings/pipeline/${stage.id}/rise`
  return (
    <Form method="post" action={action} className="relative">
      <SubmitButton
        action={action}
        variant="quiet"
        size="small"
        aria-label={t('leads.stageUpNamed', { name: stage.name })}
      >
        <ArrowUp className="size-4" aria-hidden />
        <span className="max-sm:sr-only">{t('leads.stageUp')}</span>
      </SubmitButton>
    </Form>
  )
}
