import { Clock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { listLaterPresets } from '#app/domain/scheduled-messages/presets.ts'
import { Button } from '../button.tsx'
import { useFormat, useI18n } from '../i18n-provider.tsx'
import { Menu, MenuHeading } from '../menu.tsx'
import { useToast } from '../toast.tsx'
import { useSendAction } from './action-form.tsx'
import { onActionEnd } from './send-action.ts'

const choice =
  'flex w-full items-center justify-between gap-6 rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** Choosing the time a message leaves; stands inside the composer's form, whose words it sends. */
export function LaterMenu({ action, now }: { action: string; now: number }) {
  const { t, timeZone } = useI18n()
  const { dateTime } = useFormat()
  const submit = useRef<HTMLButtonElement>(null)
  return (
    <Menu
      label={t('composer.later')}
      look={{ size: 'small' }}
      placement="above-end"
      trigger={
        <span title={t('composer.later')}>
          <Clock className="size-4" aria-hidden />
        </span>
      }
    >
      <MenuHeading>{t('composer.later')}</MenuHeading>
      {listLaterPresets(now, timeZone).map(({ preset, at }) => (
        <button
          key={preset}
          type="submit"
          formAction={action}
          name="when"
          value={at}
          className={choice}
        >
          {t(`composer.laterPreset.${preset}`)}
          <span className="text-small text-faint">{dateTime(at)}</span>
        </button>
      ))}
      <div className="mt-1 flex flex-col gap-2 border-t p-2.5">
        <label className="flex flex-col gap-1 text-small font-medium">
          {t('composer.laterWords')}
          <input
            name="words"
            maxLength={80}
            autoComplete="off"
            placeholder={t('composer.laterWordsExample')}
            onKeyDown={(event) => pressOnEnter(event, submit.current)}
            className="control font-normal"
          />
        </label>
        <label className="flex flex-col gap-1 text-small font-medium">
          {t('composer.laterAt')}
          <input
            type="datetime-local"
            name="sendAt"
            defaultValue={toWallTime(now + 24 * 3_600_000, timeZone)}
            onKeyDown={(event) => pressOnEnter(event, submit.current)}
            className="control font-normal"
          />
        </label>
        <label className="flex items-start gap-2 text-small">
          <input type="checkbox" name="cancelOnReply" className="mt-0.5 size-4 rounded-sm" />
          {t('composer.cancelOnReply')}
        </label>
        <Button ref={submit} type="submit" size="small" formAction={action}>
          {t('composer.schedule')}
        </Button>
      </div>
    </Menu>
  )
}

/** Schedules beside the page; the field keeps its words until the server has them. */
export function useSchedule(action: string, onDone: () => void): (form: FormData) => void {
  const { t } = useI18n()
  const toast = useToast()
  const sendAction = useSendAction()
  const done = useRef(onDone)
  done.current = onDone
  useEffect(
    () =>
      onActionEnd(({ path, result }) => {
        if (path !== action || !result.ok) return
        done.current()
        toast({ text: t('composer.isScheduled') })
      }),
    [action, t, toast],
  )
  return (form) => {
    form.delete('returnTo')
    sendAction(action, form)
  }
}

/** Enter in a field of a form presses its first button, which is another one. */
export function pressOnEnter(event: KeyboardEvent, button: HTMLButtonElement | null) {
  if (event.key !== 'Enter') return
  event.preventDefault()
  button?.click()
}
