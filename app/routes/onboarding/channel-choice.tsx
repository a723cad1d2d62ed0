import { LinkButton } from '#app/ui/button.tsx'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import { channelWords } from '#app/ui/channels/channel-words.ts'
import { useT } from '#app/ui/i18n-provider.tsx'

const offered = ['whatsapp-cloud', 'telegram', 'web-chat'] as const

/** What is connected, and what could be. Each is connected on its own page and leads back here. */
export function ChannelChoice({
  channels,
}: {
  channels: { id: number; name: string; channel: string }[]
}) {
  const t = useT()
  return (
    <ul className="flex flex-col divide-y">
      {offered.map((kind) => {
        const own = channels.filter(({ channel }) => channel === kind)
        return (
          <li key={kind} className="flex flex-wrap items-center gap-3 py-3 first:pt-0">
            <ChannelIcon channel={kind} decorative />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{t(channelWords[kind].name)}</span>
              <span className="block text-soft wrap-anywhere">
                {own.length > 0
                  ? own.map(({ name }) => name).join(', ')
                  : t('onboarding.notConnected')}
              </span>
            </span>
            {own[0] ? (
              <LinkButton to={`/channels/${own[0].id}`} size="small">
                {t('common.open')}
              </LinkButton>
            ) : (
              <LinkButton to={`/channels/new/${kind}`} size="small">
                {t('onboarding.connect')}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
