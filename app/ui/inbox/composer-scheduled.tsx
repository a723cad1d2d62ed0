import { CalendarClock, CircleAlert, Paperclip } from 'lucide-react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import type { ScheduledItem } from '#app/domain/scheduled-messages/scheduled.ts'
import { Button, buttonClass } from '../button.tsx'
import { useErrorText, useFormat, useI18n } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'

/** What waits for its time in this conversation, and what could not be sent then. */
export function ScheduledList(props: { conversationId: number; items: ScheduledItem[] }) {
  const { conversationId, items } = props
  const { t } = useI18n()
  if (items.length === 0) return null
  return (
    <section
      aria-label={t('composer.scheduled')}
      className="mb-2 max-h-64 overflow-y-auto rounded-lg border"
    >
      <ul className="divide-y">
        {items.map((item) => (
          <Item key={item.id} item={item} path={pathOf(conversationId, item)} />
        ))}
      </ul>
    </section>
  )
}

function pathOf(conversationId: number, { id }: ScheduledItem): string {
  return `/conversations/${conversationId}/scheduled-messages/${id}`
}

function Item({ item, path }: { item: ScheduledItem; path: string }) {
  const { t } = useI18n()
  const isWaiting = item.state === 'waiting'
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-40 flex-1">
        <WhenLine item={item} />
        <p className="line-clamp-2 break-words whitespace-pre-wrap">{item.text}</p>
        {item.fileNames.length > 0 && (
          <p className="flex items-center gap-1.5 text-small text-soft">
            <Paperclip className="size-3.5 shrink-0" aria-hidden />
            {item.fileNames.join(', ')}
          </p>
        )}
      </div>
      <div className="flex items-start gap-1">
        <ActionForm action={`${path}/delivery`}>
          <Button type="submit" size="small" variant="quiet">
            {t('composer.sendNow')}
          </Button>
        </ActionForm>
        <ActionForm action={`${path}/cancellation`}>
          <Button type="submit" size="small" variant="quiet">
            {t(isWaiting ? 'composer.cancel' : 'composer.putAway')}
          </Button>
        </ActionForm>
      </div>
      <Revision item={item} path={path} />
    </li>
  )
}

function WhenLine({ item }: { item: ScheduledItem }) {
  const { t } = useI18n()
  const { dateTime } = useFormat()
  const errorText = useErrorText()
  const values = { time: dateTime(item.sendAt), name: item.authorName }
  if (item.state === 'failed')
    return (
      <p className="flex items-start gap-1.5 text-small font-medium text-bad">
        <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
        <span>
          {t('composer.notSentAt', values)} {errorText(item.reason ?? 'unknown')}
        </span>
      </p>
    )
  return (
    <p className="flex items-start gap-1.5 text-small text-soft">
      <CalendarClock className="mt-px size-3.5 shrink-0" aria-hidden />
      <span>
        {t('composer.sentAt', values)}
        {item.cancelOnReply && ` · ${t('composer.unlessReply')}`}
      </span>
    </p>
  )
}

/** Folded until somebody wants to change it; no script is needed to unfold it. */
function Revision({ item, path }: { item: ScheduledItem; path: string }) {
  const { t, timeZone } = useI18n()
  return (
    <details className="w-full">
      <summary className={buttonClass({ variant: 'quiet', size: 'small' })}>
        {t('composer.edit')}
      </summary>
      <ActionForm action={`${path}/revision`} className="mt-2 flex flex-col gap-2 pb-1">
        {!item.isTemplate && (
          <textarea
            name="text"
            aria-label={t('composer.words')}
            defaultValue={item.text}
            className="control field-sizing-content min-h-16 resize-y"
          />
        )}
        <div className="flex flex-wrap items-end gap-3">
          <label className="flex flex-col gap-1 text-small font-medium">
            {t('composer.laterAt')}
            <input
              type="datetime-local"
              name="sendAt"
              required
              defaultValue={toWallTime(item.sendAt, timeZone)}
              className="control font-normal"
            />
          </label>
          <label className="flex min-h-9 items-center gap-2 text-small">
            <input
              type="checkbox"
              name="cancelOnReply"
              defaultChecked={item.cancelOnReply}
              className="size-4 rounded-sm"
            />
            {t('composer.cancelOnReply')}
          </label>
          <Button type="submit" size="small" className="ml-auto">
            {t('common.save')}
          </Button>
        </div>
      </ActionForm>
    </details>
  )
}
