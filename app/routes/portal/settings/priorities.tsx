import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ArrowUp } from 'lucide-react'
import { addPriority, listPriorities } from '#app/domain/labels/priorities.server.ts'
import { labelForm } from '#app/routes/label-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { NewLabelCard } from '#app/ui/labels/new-label-card.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'labels.priorities')
  return { title, frame: toSettingsFrame(member, args.request), priorities: listPriorities(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, labelForm)
  if (!read.ok) return read.result
  const added = addPriority(db, member, read.values)
  if (!added.ok) return refuseForm(read.values, { name: added.reason }).result
  return redirect('/settings/priorities?saved')
}

export default function Priorities() {
  const t = useT()
  const { frame, priorities } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <SettingsPage at="priorities" frame={frame}>
      <p className="text-soft">{t('labels.prioritiesLead')}</p>
      <Card flush>
        <Table
          caption={t('labels.priorities')}
          rows={priorities}
          rowKey={(priority) => priority.id}
          href={(priority) => `/settings/priorities/${priority.id}`}
          columns={[
            {
              header: t('labels.name'),
              cell: ({ name, color }) => <Badge tone={color}>{name}</Badge>,
            },
            {
              header: t('labels.default'),
              cell: ({ isDefault }) => (isDefault ? t('labels.default') : '–'),
            },
          ]}
          actionsLabel={t('common.actions')}
          actions={(priority) =>
            frame.mayWrite && priority !== priorities[0] && <Rise priority={priority} />
          }
        />
      </Card>
      {frame.mayWrite && (
        <NewLabelCard
          title={t('labels.newPriority')}
          action="/settings/priorities"
          result={result}
          count={priorities.length}
        />
      )}
    </SettingsPage>
  )
}

function Rise({ priority }: { priority: { id: number; name: string } }) {
  const t = useT()
  const action = `/settings/priorities/${priority.id}/rise`
  return (
    <Form method="post" action={action} className="relative">
      <SubmitButton
        action={action}
        variant="quiet"
        size="small"
        aria-label={t('labels.raiseNamed', { name: priority.name })}
      >
        <ArrowUp className="size-4" aria-hidden />
        <span className="max-sm:sr-only">{t('labels.raise')}</span>
      </SubmitButton>
    </Form>
  )
}
