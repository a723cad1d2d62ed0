import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { faqForm } from '#app/routes/knowledge-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { FaqFields } from '#app/ui/knowledge/faq-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'knowledge.faqNew') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, faqForm)
  if (!read.ok) return read.result
  const added = addFaq(db, read.values)
  if (added.ok) return redirect('/knowledge?note=saved')
  return refuseForm(read.values, { question: toCode(added.reason) }).result
}

function toCode(reason: string): string {
  return reason === 'invalid_row' ? 'invalid' : reason
}

export default function NewFaq() {
  const t = useT()
  return (
    <EditPage
      kind="faq"
      title={t('knowledge.faqNew')}
      action="/knowledge/faqs/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <FaqFields />
    </EditPage>
  )
}
