import { Clock, Flag } from 'lucide-react'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { formatMoment } from '#app/i18n/format.ts'
import { useI18n } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'

/** That it is asleep, and the labels it carries; nothing where there is neither. */
export function ThreadState({ data }: { data: ThreadData }) {
  const { head } = data
  const { choices } = useInboxAround()
  const tags = choices.tags.filter((tag) => head.tagIds.includes(tag.id))
  const priority = choices.priorities.find((one) => one.id === head.priorityId && !one.isDefault)
  return (
    <>
      {head.status === 'snoozed' && <Asleep data={data} />}
      {(tags.length > 0 || priority) && (
        <div className="flex flex-wrap gap-1.5 border-b px-4 py-1.5">
          {priority && (
            <Badge tone={priority.color} icon={<Flag className="size-3" aria-hidden />}>
              {priority.name}
            </Badge>
          )}
          {tags.map((tag) => (
            <Badge key={tag.id} tone={tag.color}>
              {tag.name}
            </Badge>
          ))}
        </div>
      )}
    </>
  )
}

function Asleep({ data }: { data: ThreadData }) {
  const { head, me } = data
  const t = useT()
  const settings = useI18n()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-sunken px-4 py-2">
      <Clock className="size-4 shrink-0 text-faint" aria-hidden />
      <p className="min-w-0 flex-1">
        {head.snoozedUntil === null
          ? t('views.snoozedUntilReply')
          : t('views.snoozedUntil', { time: formatMoment(head.snoozedUntil, settings) })}
      </p>
      {me.canReply && (
        <ActionForm action={`/conversations/${head.id}/waking`}>
          <Button type="submit" size="small">
            {t('views.wake')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
