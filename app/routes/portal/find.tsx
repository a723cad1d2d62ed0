import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { findAnything } from '#app/domain/find/find.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readSearch } from '#app/routes/portal/find-search.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { toCommands } from '#app/ui/palette/commands-for.ts'
import type { Command } from '#app/ui/palette/commands-for.ts'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const groups = ['conversations', 'contacts', 'leads'] as const

/** Finds contacts, conversations and leads: the palette's page for who has no script. */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.read')
  const search = readSearch(args.request)
  const found = findAnything(db, member, search)
  return { title: pageTitle(args, 'palette.find'), search, found }
}

export default function Find() {
  const t = useT()
  const { search, found } = useLoaderData<typeof loader>()
  const lines = toCommands(t, found)
  return (
    <Page>
      <PageHeader title={t('palette.find')} description={t('palette.findLead')} />
      <SearchField label={t('palette.find')} defaultValue={search} />
      {search.length > 1 && lines.length === 0 && (
        <Card>
          <EmptyState title={t('common.noResults', { query: search })}>
            {t('common.noResultsHelp')}
          </EmptyState>
        </Card>
      )}
      {groups.map((group) => (
        <Lines key={group} group={group} lines={lines.filter((line) => line.group === group)} />
      ))}
    </Page>
  )
}

function Lines({ group, lines }: { group: (typeof groups)[number]; lines: Command[] }) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <Card title={t(`palette.group.${group}`)} flush>
      <ul className="border-t">
        {lines.map(({ id, to, label, detail }) => (
          <li key={id} className="border-b last:border-b-0">
            <Link to={to ?? ''} className="block px-4 py-3 hover:bg-hover sm:px-5">
              <span className="block truncate font-medium">{label}</span>
              {detail && <span className="block truncate text-small text-faint">{detail}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
