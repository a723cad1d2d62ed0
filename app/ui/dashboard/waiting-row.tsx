import { Link } from '@remix-run/react'
import { Avatar } from '../avatar.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { useReasonText } from '../inbox/reason-text.ts'
import { Time } from '../time.tsx'

/** Somebody who waits for a person: who, why, and since when. */
export function WaitingRow(props: {
  row: {
    id: number
    name: string
    phone: string | null
    channel: ChannelName
    reason: string | null
    since: number
  }
}) {
  const { id, name, phone, channel, reason, since } = props.row
  const t = useT()
  const toReason = useReasonText()
  const shownName = name || phone || t('contacts.unnamed')
  return (
    <li className="border-b last:border-b-0">
      <Link
        to={`/conversations/${id}`}
        prefetch="intent"
        className="flex gap-3 px-4 py-3 hover:bg-hover sm:px-5"
      >
        <Avatar name={shownName} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{shownName}</span>
            <ChannelIcon channel={channel} className="size-3.5" />
            <span className="ml-auto shrink-0 text-small text-faint">
              <span className="sr-only">{t('dashboard.waitingSince')} </span>
              <Time at={since} />
            </span>
          </span>
          <span className="block truncate text-soft">{toReason(reason)}</span>
        </span>
      </Link>
    </li>
  )
}
