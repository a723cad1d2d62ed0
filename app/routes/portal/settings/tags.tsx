import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Tag } from 'lucide-react'
import { addTag, listTagsWithUse } from '#app/domain/labels/tags.server.ts'
import { labelForm } from '#app/routes/label-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { NewLabelCard } from '#app/ui/labels/new-label-card.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'labels.tags')
  return { title, frame: toSettingsFrame(member, args.request), tags: listTagsWithUse(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, labelForm)
  if (!read.ok) return read.result
  const added = addTag(db, member, read.values)
  if (!added.ok) return refuseForm(read.values, { name: added.reason }).result
  return redirect('/settings/tags?saved')
}

export default function Tags() {
  const t = useT()
  const { frame, tags } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <SettingsPage at="tags" frame={frame}>
      <p className="text-soft">{t('labels.tagsLead')}</p>
      {frame.mayWrite && (
        <NewLabelCard
          title={t('labels.newTag')}
          action="/settings/tags"
          result={result}
          count={tags.length}
        />
      )}
      <Card flush>
        {tags.length === 0 ? (
          <EmptyState compact icon={<Tag aria-hidden />} title={t('labels.tagsNone')}>
            {t('labels.tagsNoneLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('labels.tags')}
            rows={tags}
            rowKey={(tag) => tag.id}
            href={(tag) => `/settings/tags/${tag.id}`}
            columns={[
              {
                header: t('labels.name'),
                cell: (tag) => <Badge tone={tag.color}>{tag.name}</Badge>,
              },
              { header: t('labels.used'), align: 'end', cell: (tag) => tag.used },
            ]}
          />
        )}
      </Card>
    </SettingsPage>
  )
}
