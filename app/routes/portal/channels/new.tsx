import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { CHANNEL_KINDS } from '#app/domain/endpoints/channel-kinds.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import { channelWords } from '#app/ui/channels/channel-words.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'endpoints.write')
  return { title: pageTitle(args, 'channels.addTitle') }
}

export default function NewChannel() {
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('channels.addTitle')}
        description={t('channels.addLead')}
        back={{ to: '/channels', label: t('channels.title') }}
      />
      <ul className="flex flex-col gap-3">
        {CHANNEL_KINDS.map((channel) => (
          <li key={channel}>
            <Link
              to={`/channels/new/${channel}`}
              prefetch="intent"
              className="flex items-center gap-4 rounded-md border bg-surface p-4 transition-colors hover:bg-hover"
            >
              <ChannelIcon channel={channel} decorative className="size-7" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(channelWords[channel].name)}</span>
                <span className="block text-soft">{t(channelWords[channel].lead)}</span>
              </span>
              <ChevronRight className="size-4 text-faint" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
