import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { changeContacts } from '#app/domain/contacts/bulk.server.ts'
import type { BulkChange } from '#app/domain/contacts/bulk.server.ts'
import { contactLanguages } from '#app/domain/contacts/languages.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { keptFilter } from '#app/routes/contact-filter.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Changes one thing of all ticked contacts, and goes back to the list as it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  const ids = form.getAll('id').map(Number).filter(Number.isSafeInteger)
  const change = toChange(form)
  const done = ids.length > 0 && change && changeContacts(db, member, { ids, change })
  const query = new URLSearchParams(keptFilter(new URLSearchParams(text(form, 'query'))))
  if (done && done.ok) query.set('changed', String(done.count))
  else query.set('nothing', '')
  return redirect(`/contacts?${query.toString()}`)
}

/** The choice says what and to what in one value: `tag:3`, `owner:`, `language:sw`, `block`. */
function toChange(form: FormData): BulkChange | undefined {
  const [kind, value = ''] = text(form, 'change').split(':')
  const id = /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
  switch (kind) {
    case 'tag':
    case 'untag':
      return id === undefined ? undefined : { kind, tagId: id }
    case 'owner':
      return id === undefined && value !== '' ? undefined : { kind, ownerId: id ?? null }
    case 'language': {
      const language = contactLanguages.find((code) => code === value)
      return language || value === '' ? { kind, language: language ?? null } : undefined
    }
    case 'block':
    case 'unblock':
      return { kind }
    default:
      return undefined
  }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
