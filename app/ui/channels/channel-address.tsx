import { ExternalLink } from 'lucide-react'
import { buttonClass } from '../button.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { CopyField } from '../copy-field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Section } from '../page.tsx'

type Address = {
  webhookUrl: string
  verifyToken?: string | undefined
  snippet?: string | undefined
  chatUrl?: string | undefined
}

/** What has to be taken elsewhere so that messages arrive here. */
export function ChannelAddress(props: {
  channel: ChannelName
  address: Address
  isShared: boolean
}) {
  const { channel, address, isShared } = props
  if (channel === 'web-chat') return <WebChatCode address={address} />
  return <WebhookAddress channel={channel} address={address} isShared={isShared} />
}

function WebhookAddress(props: { channel: ChannelName; address: Address; isShared: boolean }) {
  const { channel, address, isShared } = props
  const t = useT()
  const isWhatsApp = channel === 'whatsapp-cloud'
  return (
    <Section title={t('channels.address')} description={t('channels.addressLead')}>
      <CopyField label={t('channels.webhook')} value={address.webhookUrl} />
      {address.verifyToken && (
        <CopyField label={t('channels.verifyToken')} value={address.verifyToken} />
      )}
      <p className="text-soft">
        {t(isWhatsApp ? 'channels.whatsappSteps' : 'channels.telegramSteps')}
      </p>
      {isWhatsApp && isShared && <p className="text-faint">{t('channels.whatsappShared')}</p>}
    </Section>
  )
}

function WebChatCode({ address: { snippet = '', chatUrl = '' } }: { address: Address }) {
  const t = useT()
  return (
    <Section title={t('channels.address')} description={t('channels.addressLead')}>
      <div className="flex flex-col gap-1.5">
        <CopyField label={t('channels.snippet')} value={snippet} />
        <p className="text-small text-faint">{t('channels.snippetLead')}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        <CopyField label={t('channels.chatPage')} value={chatUrl} />
        <p className="text-small text-faint">{t('channels.chatPageLead')}</p>
      </div>
      <div>
        <a href={chatUrl} target="_blank" rel="noreferrer" className={buttonClass({})}>
          {t('common.open')}
          <ExternalLink className="size-4" aria-hidden />
        </a>
      </div>
    </Section>
  )
}
