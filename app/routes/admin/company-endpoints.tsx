import type { CompanyEndpoint } from '#app/platform/companies/find.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import type { ChannelName } from '#app/ui/channel-icon.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Time } from '#app/ui/time.tsx'

const names = {
  'whatsapp-cloud': 'common.channelWhatsapp',
  telegram: 'common.channelTelegram',
  'web-chat': 'common.channelWebChat',
} as const

/** Where customers reach the company. */
export function CompanyEndpoints({ endpoints }: { endpoints: CompanyEndpoint[] }) {
  const t = useT()
  return (
    <Card title={t('admin.endpoints')} description={t('admin.endpointsLead')}>
      {endpoints.length === 0 ? (
        <EmptyState compact title={t('admin.endpointsNone')}>
          {t('admin.endpointsNoneLead')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y">
          {endpoints.map(({ key, channel, externalId, createdAt }) => (
            <li key={key} className="flex items-center gap-3 py-2.5 first:pt-0 last:pb-0">
              <ChannelIcon channel={channel as ChannelName} decorative />
              <span className="min-w-0 flex-1">
                {t(names[channel as ChannelName])}
                {externalId && (
                  <span className="block truncate text-small text-faint">{externalId}</span>
                )}
              </span>
              <Time at={createdAt} as="day" className="text-small text-faint" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
