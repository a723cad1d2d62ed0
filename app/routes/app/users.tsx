import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listPlatformUsers } from '#app/platform/users/list.server.ts'
import { invitePlatformUser } from '#app/platform/users/invite.server.ts'
import { mayManageUser, platformRoles } from '#app/platform/users/permissions.ts'
import { emailField, typed } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { userNotes } from '#app/routes/platform/user-notes.ts'
import { AddUser } from '#app/routes/platform/add-user.tsx'
import { UserTable } from '#app/routes/platform/user-table.tsx'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const schema = z.object({
  email: emailField,
  name: typed.max(80, 'invalid').default(''),
  role: z.enum(platformRoles, { error: 'invalid_choice' }),
})

/** The platform's own people. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'users.write')
  const query = new URL(args.request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  const rows = listPlatformUsers(platform, search)
  return {
    title: pageTitle(args, 'platform.users'),
    // Nobody locks oneself out by a slip: another owner can.
    rows: rows.map((row) => ({
      ...row,
      mayChange: row.id !== user.id && mayManageUser(user, row),
    })),
    offered: platformRoles.filter((role) => mayManageUser(user, { role })),
    ownId: user.id,
    search,
    note: userNotes[query.get('note') ?? ''],
    problem: query.get('problem')?.slice(0, 40),
  }
}

/** Invites somebody by e-mail. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user, appOrigin } = requireUser(context, 'users.write')
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const invited = invitePlatformUser(platform, user, { ...parsed.values, origin: appOrigin })
  if (invited.ok) return redirect('/admin/users?note=invited')
  const field = invited.reason === 'not_allowed' ? '' : 'email'
  return data({ result: refusal({ [field]: invited.reason }, fields) }, { status: 422 })
}

export default function Users() {
  const { rows, offered, ownId, search, note, problem } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const errorText = useErrorText()
  return (
    <Page width="wide">
      <PageHeader title={t('platform.users')} description={t('platform.usersLead')} />
      {note && !result && <Notice tone="good">{t(note)}</Notice>}
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      <div className="sm:w-72">
        <SearchField label={t('members.search')} defaultValue={search} />
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState title={t('common.noResults', { query: search })} />
        ) : (
          <UserTable rows={rows} ownId={ownId} offered={offered} />
        )}
      </Card>
      <AddUser result={result} offered={offered} />
    </Page>
  )
}
