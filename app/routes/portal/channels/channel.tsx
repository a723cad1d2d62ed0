import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { findTestMessage, listTestRecipients } from '#app/domain/endpoints/test-message.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { readChannelForm } from '#app/routes/channel-form.server.ts'
import { getEndpointOf, toChannelAddress } from '#app/routes/channel-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { ChannelAddress } from '#app/ui/channels/channel-address.tsx'
import { ChannelHeader } from '#app/ui/channels/channel-header.tsx'
import { ChannelMore } from '#app/ui/channels/channel-more.tsx'
import { ChannelSettings } from '#app/ui/channels/channel-settings.tsx'
import { channelNotes } from '#app/ui/channels/notes.ts'
import type { ChannelNote } from '#app/ui/channels/notes.ts'
import { TestMessage } from '#app/ui/channels/test-message.tsx'
import { Page } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member, origin, services } = requireMember(args.context, 'endpoints.read')
  const endpoint = getEndpointOf(db, args.params['id'])
  const mayWrite = can(member, 'endpoints.write')
  const query = new URL(args.request.url).searchParams
  const note = query.get('note')
  const { key: _, ...shown } = endpoint
  return {
    title: pageTitle(args, 'channels.title'),
    ...{ endpoint: shown, mayWrite, address: toChannelAddress(db, endpoint, { origin, mayWrite }) },
    isShared: Boolean(services.channels.deps.env.whatsApp.appSecret),
    note: note && Object.hasOwn(channelNotes, note) ? (note as ChannelNote) : undefined,
    recipients: mayWrite ? listTestRecipients(db, member, endpoint.id) : [],
    refused: query.get('refused') ?? undefined,
    test: findTestMessage(db, member, endpoint.id, Number(query.get('test'))),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'endpoints.write')
  const { id, channel } = getEndpointOf(db, params['id'])
  const form = await readChannelForm(request, { channel, isNew: false })
  if (!form.ok) return form.result
  const { settings, name } = form
  const saved = services.endpoints.update(db, id, { settings, ...(name && { name }) })
  if (!saved.ok) return form.refuse(saved)
  noteEndpointChange(db, member, 'changed', { id, channel, name: saved.endpoint.name })
  return redirect(`/channels/${id}?note=saved`)
}

export default function Channel() {
  const data = useLoaderData<typeof loader>()
  const { endpoint, mayWrite, address, isShared, note, recipients, test, refused } = data
  const result = useActionData<typeof action>()
  return (
    <Page>
      <ChannelHeader endpoint={endpoint} note={note} />
      <ChannelAddress channel={endpoint.channel} address={address} isShared={isShared} />
      {mayWrite && (
        <TestMessage endpoint={endpoint} recipients={recipients} test={test} refused={refused} />
      )}
      {mayWrite && <ChannelSettings endpoint={endpoint} result={result} isShared={isShared} />}
      {mayWrite && <ChannelMore endpoint={endpoint} />}
    </Page>
  )
}
