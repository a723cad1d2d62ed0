import type { ActionFunctionArgs } from '@remix-run/node'
import { noteClient } from '#app/platform/sales/clients.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { noteForm } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const form = await readFormData(request)
  const read = parseForm(form, noteForm)
  const text = read.ok ? read.values.text : ''
  return finish(form, noteClient(platform, user, { id: params['tenant'] ?? '', text }))
}
