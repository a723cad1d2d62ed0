import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Plus, Users } from 'lucide-react'
import { listOwners } from '#app/domain/contacts/edit.server.ts'
import { listFields } from '#app/domain/contacts/fields.server.ts'
import { listContacts, listSources } from '#app/domain/contacts/list.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { keptFilter, readContactFilter } from '#app/routes/contact-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ContactFilters } from '#app/ui/contacts/contact-filters.tsx'
import { ContactList } from '#app/ui/contacts/contact-list.tsx'
import { ContactListMenu } from '#app/ui/contacts/contact-list-menu.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

const colors = ['green', 'yellow', 'red'] as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const query = new URL(args.request.url).searchParams
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listContacts(db, member, { ...readContactFilter(query), after })
  const changed = query.get('changed')
  return {
    ...{ title: pageTitle(args, 'contacts.title'), rows, kept: keptFilter(query), isFirst: !after },
    next: next ? encodeCursor(next) : undefined,
    ...{ tags: listTags(db), owners: listOwners(db), sources: listSources(db, member) },
    fields: listFields(db),
    changed: changed !== null && /^\d{1,4}$/.test(changed) ? Number(changed) : undefined,
    ...{ nothing: query.has('nothing'), erased: query.get('note') === 'erased' },
    ...{ mayWrite: can(member, 'contacts.write'), mayExport: can(member, 'contacts.export') },
    ...{ mayImport: can(member, 'contacts.import'), mayMerge: can(member, 'contacts.merge') },
  }
}

export default function Contacts() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { rows, kept, isFirst, next } = data
  const address = (values: Record<string, string | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...kept, ...values }))
      if (value) query.set(name, value)
    return `/contacts?${query.toString()}`
  }
  const tabs = [undefined, ...colors].map((name) => ({
    to: address({ score: name }),
    label: name ? t(scoreWords[name]) : t('common.all'),
    active: kept['score'] === name,
  }))
  const { q, ...others } = kept
  return (
    <Page width="wide">
      <PageHeader
        title={t('contacts.title')}
        description={t('contacts.lead')}
        actions={<HeaderActions />}
      />
      <Said />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs label={t('contacts.byScore')} tabs={tabs} />
        <div className="w-full sm:w-72">
          <SearchField label={t('contacts.search')} defaultValue={q} keep={others} />
        </div>
      </div>
      <ContactFilters kept={kept} choices={data} />
      <Card flush>
        {rows.length === 0 ? (
          <NoContacts isFiltered={Object.keys(kept).length > 0} />
        ) : (
          <ContactList rows={rows} kept={kept} choices={data} mayWrite={data.mayWrite} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address({})}
          nextTo={next && address({ after: next })}
        />
      </Card>
    </Page>
  )
}

const scoreWords = {
  green: 'common.scoreHot',
  yellow: 'common.scoreWarm',
  red: 'common.scoreCold',
} as const

function HeaderActions() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <ContactListMenu kept={data.kept} may={data} />
      {data.mayWrite && (
        <LinkButton
          to="/contacts/new"
          variant="primary"
          icon={<Plus className="size-4" aria-hidden />}
        >
          {t('contacts.new')}
        </LinkButton>
      )}
    </>
  )
}

/** What the last change did. */
function Said() {
  const t = useT()
  const { changed, nothing, erased } = useLoaderData<typeof loader>()
  if (changed === undefined && !nothing && !erased) return null
  const text = erased
    ? t('contacts.note.erased')
    : changed === undefined
      ? t('contacts.bulkNone')
      : t('contacts.bulkDone', { count: changed })
  return (
    <div role="status">
      <Notice tone={nothing ? 'warn' : 'good'}>{text}</Notice>
    </div>
  )
}

function NoContacts({ isFiltered }: { isFiltered: boolean }) {
  const t = useT()
  if (isFiltered) {
    return (
      <EmptyState
        title={t('contacts.noneMatch')}
        action={<LinkButton to="/contacts">{t('contacts.filterClear')}</LinkButton>}
      >
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Users aria-hidden />} title={t('contacts.emptyTitle')}>
      {t('contacts.emptyLead')}
    </EmptyState>
  )
}
