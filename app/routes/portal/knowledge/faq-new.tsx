import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { listCategories } from '#app/domain/knowledge/faqs.server.ts'
import { faqForm } from '#app/routes/faq-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { FaqFields } from '#app/ui/knowledge/faq-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const QUESTION_SHOWN_CHARACTERS = 500

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  const asked = new URL(args.request.url).searchParams.get('question') ?? ''
  return {
    title: pageTitle(args, 'knowledge.faqNew'),
    categories: listCategories(db),
    given: { question: asked.slice(0, QUESTION_SHOWN_CHARACTERS) },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const posted = await readFormData(request)
  const read = parseForm(posted, faqForm)
  if (!read.ok) return read.result
  const added = addFaq(db, read.values)
  if (added.ok) return redirect('/knowledge?note=saved')
  return refuseForm(textFields(posted), { question: toCode(added.reason) }).result
}

function toCode(reason: string): string {
  return reason === 'invalid_row' ? 'invalid' : reason
}

export default function NewFaq() {
  const t = useT()
  const { categories, given } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="faq"
      title={t('knowledge.faqNew')}
      action="/knowledge/faqs/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <FaqFields categories={categories} given={given} />
    </EditPage>
  )
}
