import { Link } from '@remix-run/react'
import { UserRoundPlus } from 'lucide-react'
import type { QueueRow } from '#app/domain/assignment/queue-view.ts'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { ActionForm } from '../inbox/action-form.tsx'
import { toLine, toName } from '../inbox/preview-text.ts'
import { useReasonText } from '../inbox/reason-text.ts'
import { Avatar } from '../avatar.tsx'
import { Badge } from '../badge.tsx'
import { Button, LinkButton } from '../button.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Time } from '../time.tsx'
import type { QueueData } from './shown.ts'

/** One that waits: who, since when, why, their last words, and two ways to give it an owner. */
export function QueueRowLine(props: {
  row: QueueRow
  data: QueueData
  isOpen: boolean
  previewTo: string
  assignTo: string
  returnTo: string
  form: string
}) {
  const { row, data, isOpen, previewTo, assignTo, returnTo, form } = props
  const t = useT()
  const toReason = useReasonText()
  const name = toName(t, { name: row.contactName, phone: row.contactPhone })
  const { me, view } = data
  return (
    <li
      className={classes(
        'relative grid grid-cols-[auto_auto_minmax(0,1fr)] items-start gap-x-3 border-b px-4 py-3 last:border-b-0',
        isOpen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {me.canReply && (
        <label className="relative z-10 -m-2 grid size-8 cursor-pointer place-items-center">
          <input
            type="checkbox"
            name="id"
            value={row.id}
            form={form}
            aria-label={t('assignment.tick', { name })}
            className="size-4 rounded-sm"
          />
        </label>
      )}
      <span className="relative">
        <Avatar name={name} />
        <span className="absolute -right-0.5 -bottom-1 grid size-4 place-items-center rounded-full bg-surface">
          <ChannelIcon channel={row.channel as ChannelName} className="size-3.5" />
        </span>
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={previewTo}
            preventScrollReset
            className="max-w-full truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {name}
          </Link>
          <ScoreBadge score={row.score} color={row.scoreColor} compact />
          <span className="ml-auto text-small text-faint">
            <span className="sr-only">
              {t(view === 'person' ? 'assignment.waitsSince' : 'assignment.lastMessage')}{' '}
            </span>
            <Time at={row.at} />
          </span>
        </p>
        <p className="truncate text-soft">
          {row.lastType
            ? toLine(t, { text: row.lastText, type: row.lastType as ThreadMessage['type'] })
            : t('inbox.nothingYet')}
        </p>
        <div className="mt-1.5 flex flex-wrap items-center gap-2">
          {row.reason && <Badge tone="warn">{toReason(row.reason)}</Badge>}
          <span className="text-small text-faint">{row.endpointName}</span>
          {me.canReply && (
            <span className="relative z-10 ml-auto flex gap-2">
              <TakeButton id={row.id} name={name} meId={me.id} returnTo={returnTo} />
              {me.canAssign && (
                <LinkButton
                  to={assignTo}
                  size="small"
                  preventScrollReset
                  aria-label={t('assignment.assignNamed', { name })}
                  className="pointer-coarse:h-10"
                  icon={<UserRoundPlus className="size-3.5" aria-hidden />}
                >
                  {t('assignment.assign')}
                </LinkButton>
              )}
            </span>
          )}
        </div>
      </div>
    </li>
  )
}

/** One press, and it is mine. */
export function TakeButton(props: { id: number; name: string; meId: number; returnTo: string }) {
  const { id, name, meId, returnTo } = props
  const t = useT()
  return (
    <ActionForm
      action={`/conversations/${id}/assignment`}
      fields={{ memberId: meId }}
      returnTo={returnTo}
    >
      <Button
        type="submit"
        size="small"
        aria-label={t('assignment.takeNamed', { name })}
        className="pointer-coarse:h-10"
      >
        {t('assignment.take')}
      </Button>
    </ActionForm>
  )
}
