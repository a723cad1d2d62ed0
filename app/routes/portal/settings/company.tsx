import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveProfile } from '#app/domain/company/settings.server.ts'
import { listCurrencies } from '#app/domain/company/currencies.ts'
import { listTimeZones } from '#app/domain/company/zones.ts'
import { toLocale } from '#app/i18n/languages.ts'
import { profileForm } from '#app/routes/company-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { ProfileFields } from '#app/ui/settings/profile-fields.tsx'
import { RegionFields } from '#app/ui/settings/region-fields.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const { name, description, phone, email, website, address, ...rest } = getCompany(db)
  const names = new Intl.DisplayNames([toLocale(member.language)], { type: 'currency' })
  return {
    title: pageTitle(args, 'settings.company'),
    frame: toSettingsFrame(member, request),
    profile: { name, description, phone, email, website, address },
    region: { timeZone: rest.timeZone, currency: rest.currency, language: rest.language },
    zones: listTimeZones(),
    // Written on the server: browsers name some currencies differently.
    currencies: listCurrencies().map((code) => ({ code, name: names.of(code) ?? code })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, tenant, services } = requireMember(context, 'settings.write')
  const read = await readForm(request, profileForm)
  if (!read.ok) return read.result
  saveProfile(db, member, read.values)
  services.companies.rename(tenant.id, read.values.name)
  return redirect('/settings?saved')
}

export default function CompanySettings() {
  const { frame, profile, region, zones, currencies } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="company" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <ProfileFields profile={profile} />
            <RegionFields region={region} zones={zones} currencies={currencies} />
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
