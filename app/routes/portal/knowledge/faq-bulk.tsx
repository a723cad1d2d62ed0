import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { changeFaqs } from '#app/domain/knowledge/faq-bulk.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { faqBulkForm, readTicked } from '#app/routes/faq-form.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Does the same to every ticked question; without a choice nothing happens. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const form = await readFormData(request)
  const read = parseForm(form, faqBulkForm)
  if (!read.ok) return redirect('/knowledge?note=changed')
  const { change, category } = read.values
  const ids = readTicked(form)
  const count =
    change === 'category'
      ? changeFaqs(db, ids, { kind: 'category', category })
      : change === 'delete'
        ? changeFaqs(db, ids, { kind: 'delete' })
        : changeFaqs(db, ids, { kind: 'use', isActive: change === 'use' })
  return redirect(`/knowledge?note=changed&count=${count}`)
}
