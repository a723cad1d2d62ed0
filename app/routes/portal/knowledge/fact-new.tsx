import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveFact } from '#app/domain/training/facts.server.ts'
import { toExpiry } from '#app/routes/fact-day.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { factForm } from '#app/routes/training-form.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { FactFields } from '#app/ui/knowledge/fact-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'training.factNew') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, factForm)
  if (!read.ok) return read.result
  const { until, ...fact } = read.values
  const expiresAt = toExpiry(until, getCompany(db).timeZone)
  saveFact(db, { ...fact, expiresAt, memberId: member.id })
  return redirect('/knowledge/facts?note=saved')
}

export default function NewFact() {
  const t = useT()
  return (
    <EditPage
      kind="fact"
      title={t('training.factNew')}
      action="/knowledge/facts/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <FactFields />
    </EditPage>
  )
}
