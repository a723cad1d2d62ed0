import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { PageHeader } from '../page.tsx'
import { ChannelState } from './channel-state.tsx'
import type { EndpointStatus } from './channel-state.tsx'
import { channelWords } from './channel-words.ts'
import { channelNotes } from './notes.ts'
import type { ChannelNote } from './notes.ts'

/** Which channel this is, what was just done, and what keeps it from working. */
export function ChannelHeader(props: {
  endpoint: {
    channel: ChannelName
    name: string
    status: EndpointStatus
    statusReason: string | null
  }
  note: ChannelNote | undefined
}) {
  const { endpoint, note } = props
  const { channel, name, status, statusReason } = endpoint
  const t = useT()
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex items-center gap-2.5">
            <ChannelIcon channel={channel} decorative className="size-6" />
            {name}
          </span>
        }
        description={t(channelWords[channel].name)}
        back={{ to: '/channels', label: t('channels.title') }}
        actions={<ChannelState status={status} />}
      />
      {note && (
        <div role="status">
          <Notice tone={channelNotes[note].tone}>{t(channelNotes[note].text)}</Notice>
        </div>
      )}
      {status === 'needs_reconnect' && (
        <Notice tone="warn">
          {t('channels.reconnectNotice')}
          {statusReason && <span className="mt-1 block font-medium">{statusReason}</span>}
        </Notice>
      )}
      {status === 'disabled' && <Notice>{t('channels.disabledNotice')}</Notice>}
    </>
  )
}
