import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findContact } from '#app/domain/contacts/list.server.ts'
import { dayOffsetMs } from '#app/domain/contacts/timeline-day.ts'
import {
  decodeTimelineCursor,
  encodeTimelineCursor,
  listTimeline,
} from '#app/domain/contacts/timeline.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Timeline } from '#app/ui/contacts/timeline.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const ITEMS_PER_PAGE = 50

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const contact = findContact(db, member, Number(args.params['id']))
  if (!contact) throw new Response(null, { status: 404 })
  const after = decodeTimelineCursor(new URL(args.request.url).searchParams.get('after') ?? '')
  const { items, next } = listTimeline(db, member, contact.id, {
    ...{ after, limit: ITEMS_PER_PAGE, dayOffsetMs: dayOffsetMs(getCompany(db).timeZone) },
  })
  const { id, name, phone } = contact
  const title = pageTitle(args, 'contacts.history')
  return { title, id, name: name || phone, items, next: next && encodeTimelineCursor(next) }
}

export default function ContactHistory() {
  const t = useT()
  const { id, name, items, next } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('contacts.history')}
        back={{ to: `/contacts/${id}`, label: name ?? t('contacts.unnamed') }}
      />
      <Card>
        <Timeline items={items} earlierTo={next && `/contacts/${id}/history?after=${next}`} />
      </Card>
    </Page>
  )
}
