import { Link, useFetcher } from '@remix-run/react'
import {
  AlarmClock,
  ArrowLeftRight,
  AtSign,
  Check,
  CircleAlert,
  FileCheck,
  Flame,
  Hourglass,
  LifeBuoy,
  Reply,
  Timer,
  TimerOff,
  UserCheck,
} from 'lucide-react'
import type { NotificationKind } from '#app/domain/notifications/kinds.ts'
import type { ShownNotification } from '#app/domain/notifications/shown.ts'
import { Button } from '../button.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { kindKey } from './kind-key.ts'

const icons: Record<NotificationKind, typeof Reply> = {
  assigned: UserCheck,
  transfer_requested: ArrowLeftRight,
  transfer_decided: ArrowLeftRight,
  mention: AtSign,
  hot_lead: Flame,
  reminder_due: AlarmClock,
  sla_warning: Timer,
  sla_breached: TimerOff,
  queue_waiting: Hourglass,
  import_done: FileCheck,
  message_failed: CircleAlert,
  customer_replied: Reply,
  support_visit: LifeBuoy,
  support_ended: LifeBuoy,
}

/** Notifications as rows; each leads to what it is about, as far as that is within reach. */
export function NotificationList({ rows }: { rows: ShownNotification[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <Item key={row.id} row={row} />
      ))}
    </ul>
  )
}

function Item({ row }: { row: ShownNotification }) {
  const t = useT()
  const fetcher = useFetcher()
  const action = `/notifications/${row.id}/read`
  const Icon = icons[row.kind]
  // What is out of reach is not counted either, so it is not called new.
  const isNew = !row.isRead && row.isWithinReach && fetcher.state === 'idle'
  const markRead = () => isNew && fetcher.submit({ stay: '1' }, { method: 'post', action })
  return (
    <li
      className={classes(
        'relative flex items-start gap-3 border-b px-4 py-3 last:border-b-0 sm:px-5',
        row.isWithinReach && row.to && 'focus-within:bg-hover hover:bg-hover',
      )}
    >
      <span
        className={classes(
          'mt-0.5 grid size-8 shrink-0 place-items-center rounded-full',
          isNew ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-faint',
        )}
      >
        <Icon className="size-4" aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <p className={isNew ? 'font-semibold' : undefined}>
          {isNew && <span className="sr-only">{t('notifications.isNew')}: </span>}
          <What row={row} onOpen={markRead} />
        </p>
        <p className="text-small text-soft">
          <About row={row} />
          <Time at={row.createdAt} />
        </p>
      </div>
      {isNew && (
        <fetcher.Form
          method="post"
          action={action}
          className="relative"
          onSubmit={(event) => {
            event.preventDefault()
            markRead()
          }}
        >
          <Button
            type="submit"
            size="small"
            variant="quiet"
            aria-label={t('notifications.markRead')}
            title={t('notifications.markRead')}
            icon={<Check className="size-4" aria-hidden />}
          />
        </fetcher.Form>
      )}
    </li>
  )
}

function What({ row, onOpen }: { row: ShownNotification; onOpen: () => void }) {
  const words = useT()(kindKey(row))
  if (!row.isWithinReach || !row.to) return <>{words}</>
  return (
    <Link
      to={row.to}
      onClick={onOpen}
      className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {words}
      {row.contactName && <span className="font-normal"> · {row.contactName}</span>}
    </Link>
  )
}

function About({ row }: { row: ShownNotification }) {
  const t = useT()
  if (!row.isWithinReach) return <>{t('notifications.outOfReach')} · </>
  if (!row.byName) return null
  return <>{t('notifications.by', { name: row.byName })} · </>
}
