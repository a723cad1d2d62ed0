import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findWholeFaq, listCategories, updateFaq } from '#app/domain/knowledge/faqs.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { faqForm } from '#app/routes/faq-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { FaqFields } from '#app/ui/knowledge/faq-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const faq = findWholeFaq(db, Number(args.params['id']))
  if (!faq) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'knowledge.faqEdit')
  const mayWrite = can(member, 'knowledge.write')
  return { title, faq, mayWrite, categories: listCategories(db) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const posted = await readFormData(request)
  const read = parseForm(posted, faqForm)
  if (!read.ok) return read.result
  const updated = updateFaq(db, Number(params['id']), read.values)
  if (updated.ok) return redirect('/knowledge?note=saved')
  if (updated.reason === 'not_found') throw new Response(null, { status: 404 })
  const code = updated.reason === 'invalid_row' ? 'invalid' : updated.reason
  return refuseForm(textFields(posted), { question: code }).result
}

export default function EditFaq() {
  const t = useT()
  const { faq, mayWrite, categories } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="faq"
      title={mayWrite ? t('knowledge.faqEdit') : faq.question}
      action={`/knowledge/faqs/${faq.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('knowledge.faqDeleteTitle', { name: faq.question }),
        lead: t('knowledge.faqDeleteLead'),
      }}
    >
      <FaqFields faq={faq} categories={categories} />
    </EditPage>
  )
}
