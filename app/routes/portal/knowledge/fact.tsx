import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { findFact, saveFact } from '#app/domain/training/facts.server.ts'
import { toExpiry, toLastDay } from '#app/routes/fact-day.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { factForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { FactFields } from '#app/ui/knowledge/fact-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const found = findFact(db, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'training.factEdit')
  return {
    title,
    fact: { ...found, until: toLastDay(found.expiresAt, getCompany(db).timeZone) },
    mayWrite: can(member, 'knowledge.write'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, factForm)
  if (!read.ok) return read.result
  const { until, ...fact } = read.values
  const expiresAt = toExpiry(until, getCompany(db).timeZone)
  const saved = saveFact(db, { ...fact, expiresAt, memberId: member.id }, Number(params['id']))
  if (!saved) throw new Response(null, { status: 404 })
  return redirect('/knowledge/facts?note=saved')
}

export default function EditFact() {
  const t = useT()
  const { fact, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="fact"
      title={t('training.factEdit')}
      action={`/knowledge/facts/${fact.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('training.factDeleteTitle', { name: fact.about }),
        lead: t('training.factDeleteLead'),
      }}
    >
      <FactFields fact={fact} />
    </EditPage>
  )
}
