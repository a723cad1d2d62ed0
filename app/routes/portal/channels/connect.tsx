import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { readChannelForm } from '#app/routes/channel-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChannelFields } from '#app/ui/channels/channel-fields.tsx'
import { channelWords } from '#app/ui/channels/channel-words.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { services } = requireMember(args.context, 'endpoints.write')
  const channel = toKind(args.params['channel'])
  const isShared = Boolean(services.channels.deps.env.whatsApp.appSecret)
  return { title: pageTitle(args, channelWords[channel].name), channel, isShared }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'endpoints.write')
  const channel = toKind(params['channel'])
  const hasShared = Boolean(services.channels.deps.env.whatsApp.appSecret)
  // Without a secret of the operator's, nothing else could prove that a call comes from Meta.
  const required = channel === 'whatsapp-cloud' && !hasShared ? ['appSecret'] : []
  const form = await readChannelForm(request, { channel, isNew: true, required })
  if (!form.ok) return form.result
  const added = services.endpoints.add(db, { channel, settings: form.settings, name: form.name })
  if (!added.ok) return form.refuse(added)
  const { id, name } = added.endpoint
  noteEndpointChange(db, member, 'added', { id, channel, name })
  return redirect(`/channels/${id}?note=added`)
}

/** @throws Response 404 for a kind that does not exist */
function toKind(text: string | undefined): ChannelKind {
  if (text && isChannelKind(text)) return text
  throw new Response(null, { status: 404 })
}

export default function ConnectChannel() {
  const t = useT()
  const { channel, isShared } = useLoaderData<typeof loader>()
  const { name, lead } = channelWords[channel]
  return (
    <Page width="narrow">
      <PageHeader
        title={t(name)}
        description={t(lead)}
        back={{ to: '/channels/new', label: t('channels.addTitle') }}
      />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form
            method="post"
            action={`/channels/new/${channel}`}
            className="flex flex-col gap-5"
            noValidate
          >
            <FormErrorSummary />
            <ChannelFields channel={channel} isNew isAppSecretOptional={isShared} />
            <div>
              <SubmitButton>{t('channels.connect')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
