import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { issueApiKey } from '#app/domain/company/api-access.server.ts'
import { listApiKeys } from '#app/domain/members/api-keys.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Card } from '#app/ui/card.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { KeyTable } from '#app/ui/settings/key-table.tsx'
import { NewKey } from '#app/ui/settings/new-key.tsx'
import { NewKeyForm } from '#app/ui/settings/new-key-form.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

const NAME_MAX = 80
const keyForm = z.object({ name: requiredText(NAME_MAX) })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member, origin, tenant, services } = requireMember(context, 'api_keys.write')
  const used = new Map(services.apiUseOf(tenant.id).map((use) => [use.keyId, use.requests]))
  const keys = listApiKeys(db).map(({ keyHash: _, ...key }) => ({
    ...{ ...key, requests: used.get(key.id) ?? 0 },
  }))
  const title = pageTitle(args, 'settings.apiKeys')
  return { title, frame: toSettingsFrame(member, request), keys, address: `${origin}/api/v1` }
}

/** The key is in this one answer and nowhere else; asking for the page again does not show it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'api_keys.write')
  const read = await readForm(request, keyForm)
  if (!read.ok) return { result: read.result }
  const { name } = read.values
  return { created: { name, value: issueApiKey(db, member, name) } }
}

export default function ApiKeys() {
  const t = useT()
  const { frame, keys, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const created = answer && 'created' in answer ? answer.created : undefined
  return (
    <SettingsPage at="api-keys" frame={frame} hasOwnPermission>
      {created && <NewKey {...created} address={address} />}
      <Card title={t('settings.keysTitle')} description={t('settings.keysLead')}>
        <FormState result={answer && 'result' in answer ? answer.result : undefined}>
          <Form method="post" action="/settings/api-keys" noValidate>
            <NewKeyForm key={created?.value} />
          </Form>
        </FormState>
      </Card>
      <KeyTable keys={keys} />
    </SettingsPage>
  )
}
