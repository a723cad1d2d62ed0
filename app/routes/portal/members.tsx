import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { UserPlus, Users } from 'lucide-react'
import { ranges } from '#app/domain/analytics/period.ts'
import { readTeam } from '#app/domain/team/table.server.ts'
import { listMembers } from '#app/domain/members/list.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { roles } from '#app/domain/members/permissions.ts'
import { MemberTable } from '#app/routes/members/member-table.tsx'
import { memberNotes } from '#app/routes/members/notes.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const statuses = ['active', 'invited', 'deactivated'] as const

/** Who is in the company, with search, role and state. */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'members.read')
  const query = new URL(args.request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  const role = roles.find((known) => known === query.get('role'))
  const status = statuses.find((known) => known === query.get('status'))
  const [after, before] = [toId(query.get('after')), toId(query.get('before'))]
  const page = listMembers(db, { search, role, status, after, before })
  const range = ranges.find((known) => known === query.get('range')) ?? '30d'
  const team = can(member, 'reports.read')
    ? readTeam(db, { memberIds: page.rows.map(({ id }) => id), range })
    : undefined
  const note = memberNotes[query.get('note') ?? '']
  const title = pageTitle(args, 'members.title')
  return {
    title,
    ...page,
    ...{ team, range },
    search,
    role,
    status,
    note,
    ownId: member.id,
    mayInvite: can(member, 'members.write'),
  }
}

function toId(value: string | null): number | undefined {
  return value && /^\d{1,12}$/.test(value) ? Number(value) : undefined
}

export default function Members() {
  const { rows, search, role, status, note, mayInvite, team, range, ...page } =
    useLoaderData<typeof loader>()
  const t = useT()
  const address = (edge: Record<string, string | number>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ q: search, role, status, range, ...edge })) {
      if (value) query.set(name, String(value))
    }
    return `/members?${query.toString()}`
  }
  const [first, last] = [rows[0], rows.at(-1)]
  const invite = mayInvite && (
    <LinkButton
      to="/members/invite"
      variant="primary"
      icon={<UserPlus className="size-4" aria-hidden />}
    >
      {t('members.invite')}
    </LinkButton>
  )
  return (
    <Page width="wide">
      <PageHeader title={t('members.title')} description={t('members.lead')} actions={invite} />
      {note && <Notice tone="good">{t(note)}</Notice>}
      <Filters />
      <Card flush>
        {rows.length === 0 ? (
          <Nobody />
        ) : (
          <MemberTable rows={rows} ownId={page.ownId} team={team} />
        )}
        <Pagination
          previousTo={page.hasPrevious && first ? address({ before: first.id }) : undefined}
          nextTo={page.hasNext && last ? address({ after: last.id }) : undefined}
        />
      </Card>
    </Page>
  )
}

function Filters() {
  const { search, role, status, team, range } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="w-full sm:w-72">
        <SearchField
          label={t('members.search')}
          defaultValue={search}
          keep={{ role, status, range }}
        />
      </div>
      <Form method="get" className="flex flex-wrap items-center gap-2">
        {search && <input type="hidden" name="q" value={search} />}
        <Select name="role" aria-label={t('members.role')} defaultValue={role ?? ''}>
          <option value="">{t('members.anyRole')}</option>
          {roles.map((name) => (
            <option key={name} value={name}>
              {t(`members.role_${name}`)}
            </option>
          ))}
        </Select>
        <Select name="status" aria-label={t('members.status')} defaultValue={status ?? ''}>
          <option value="">{t('members.anyStatus')}</option>
          {statuses.map((name) => (
            <option key={name} value={name}>
              {t(`members.status_${name}`)}
            </option>
          ))}
        </Select>
        {team && (
          <Select name="range" aria-label={t('performance.period')} defaultValue={range}>
            {ranges
              .filter((name) => name !== 'custom')
              .map((name) => (
                <option key={name} value={name}>
                  {t(`reports.range.${name}`)}
                </option>
              ))}
          </Select>
        )}
        <Button type="submit">{t('members.filter')}</Button>
      </Form>
    </div>
  )
}

function Nobody() {
  const { search } = useLoaderData<typeof loader>()
  const t = useT()
  const title = search ? t('common.noResults', { query: search }) : t('common.none')
  return (
    <EmptyState icon={<Users aria-hidden />} title={title}>
      {search && t('common.noResultsHelp')}
    </EmptyState>
  )
}
