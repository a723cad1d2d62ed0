import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listContacts } from '#app/domain/contacts/list.server.ts'
import { mergeContactsByHand } from '#app/domain/contacts/merge-by-hand.server.ts'
import { comparePeople } from '#app/domain/contacts/merge-compare.server.ts'
import { mergeColumns } from '#app/domain/contacts/merge.server.ts'
import type { MergeChoice } from '#app/domain/contacts/merge.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { MergeForm } from '#app/ui/contacts/merge-form.tsx'
import { MergePartner } from '#app/ui/contacts/merge-partner.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const FOUND_MAX = 10

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.merge')
  const query = new URL(args.request.url).searchParams
  const withId = Number(query.get('with') ?? 0)
  const ids = { keepId: Number(args.params['id']), goneId: withId }
  const pair = comparePeople(db, member, ids)
  if (!pair) throw new Response(null, { status: 404 })
  const search = query.get('q')?.trim().slice(0, 200) ?? ''
  const found =
    search && !pair.gone ? listContacts(db, member, { search, limit: FOUND_MAX }).rows : []
  const title = pageTitle(args, 'duplicates.mergeTitle')
  return { title, pair, search, found: found.filter((row) => row.id !== ids.keepId) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.merge')
  const form = await readFormData(request)
  const keepId = Number(params['id'])
  const goneId = Number(form.get('gone'))
  const done = mergeContactsByHand(db, member, { keepId, goneId, choice: toChoice(form) })
  if (!done.ok) throw new Response(null, { status: done.reason === 'not_found' ? 404 : 400 })
  return redirect(`/contacts/${done.id}?note=merged`)
}

/** Each field names whose value stays; what is not named stays with who stays. */
function toChoice(form: FormData): MergeChoice {
  const fieldIds = [...form.entries()].flatMap(([name, value]) => {
    const id = /^field-([1-9]\d{0,9})$/.exec(name)?.[1]
    return id && value === 'gone' ? [Number(id)] : []
  })
  return { columns: mergeColumns.filter((name) => form.get(name) === 'gone'), fieldIds }
}

export default function MergeContact() {
  const t = useT()
  const { pair, search, found } = useLoaderData<typeof loader>()
  const { keep, gone } = pair
  return (
    <Page>
      <PageHeader
        title={t('duplicates.mergeTitle')}
        description={gone ? t('duplicates.mergeLead') : t('duplicates.findLead')}
        back={{
          to: `/contacts/${keep.id}`,
          label: keep.name || keep.phone || t('contacts.unnamed'),
        }}
      />
      {gone ? (
        <MergeForm pair={{ ...pair, gone }} />
      ) : (
        <MergePartner contactId={keep.id} search={search} found={found} />
      )}
    </Page>
  )
}
