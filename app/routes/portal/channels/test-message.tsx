import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { sendTestMessage } from '#app/domain/endpoints/test-message.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { getEndpointOf } from '#app/routes/channel-page.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Sends one line to somebody of the list, in the company's language. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'endpoints.write')
  const { id, channel, name } = getEndpointOf(db, params['id'])
  const conversationId = Number((await readFormData(request)).get('conversationId'))
  const company = getCompany(db)
  const language = isLanguage(company.language) ? company.language : 'en'
  const text = translator(language)('channels.testText', { company: company.name })
  const sent = sendTestMessage(db, member, { endpointId: id, conversationId, text })
  if (!sent.ok) return redirect(`/channels/${id}?refused=${sent.reason}`)
  noteEndpointChange(db, member, 'tested', { id, channel, name })
  return redirect(`/channels/${id}?test=${sent.messageId}`)
}
