import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCompanies } from '#app/platform/companies/list.server.ts'
import { listPlanNames } from '#app/platform/companies/plans.server.ts'
import { readFlag } from '#app/platform/flags/read.server.ts'
import { flags, isFlagName } from '#app/platform/flags/registry.ts'
import { listFlagChanges, listOverrides, saveOverride } from '#app/platform/flags/save.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { overrideForm } from '#app/routes/admin/flag-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { FlagChanges } from '#app/routes/admin/flag-changes.tsx'
import { FlagCompanies } from '#app/routes/admin/flag-companies.tsx'
import { FlagOverrides, NewOverride } from '#app/routes/admin/flag-overrides.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One flag: what was said about it, which companies have it, who changed it. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const name = toFlag(args)
  const query = new URL(args.request.url).searchParams
  const [search, after] = ['q', 'after'].map((one) => query.get(one)?.slice(0, 200) ?? '')
  const before = query.get('before') ?? undefined
  const page = listCompanies(
    platform,
    { supporterId: null },
    { search, after: after || undefined, before },
  )
  return {
    title: pageTitle(args, `control.flag_${name}`),
    ...{ name, isOn: flags[name].isOn, search: search ?? '', wasSaved: query.has('saved') },
    mayChange: platformCan(user.role, 'control.write'),
    ...{ overrides: listOverrides(platform, name), plans: listPlanNames(platform) },
    changes: listFlagChanges(platform, name),
    companies: page.rows.map(({ id, name: company, plan }) => ({
      ...{ id, name: company, state: readFlag(platform, { id, plan }, name) },
    })),
    ...{ hasNext: page.hasNext, hasPrevious: page.hasPrevious },
  }
}

/** Says something about the flag, or takes it back. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'control.write')
  const name = toFlag(args)
  const fields = await readFields(args.request)
  const parsed = parseFields(overrideForm(platform), fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const saved = saveOverride(platform, user, name, parsed.values)
  if (!saved.ok)
    return data({ result: refusal({ company: 'company_unknown' }, fields) }, { status: 422 })
  return redirect(`/admin/flags/${name}?saved`)
}

function toFlag({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const name = params['flag'] ?? ''
  if (!isFlagName(name)) throw new Response(null, { status: 404 })
  return name
}

export default function FlagPage() {
  const flag = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader
        title={t(`control.flag_${flag.name}`)}
        description={t(`control.flag_${flag.name}Help`)}
        back={{ to: '/admin/flags', label: t('control.flags') }}
      />
      {flag.wasSaved && (
        <div role="status">
          <Notice tone="good">{t('control.saved')}</Notice>
        </div>
      )}
      <FlagOverrides flag={flag} />
      {flag.mayChange && <NewOverride name={flag.name} plans={flag.plans} result={result} />}
      <FlagCompanies flag={flag} />
      <FlagChanges changes={flag.changes} />
    </Page>
  )
}
