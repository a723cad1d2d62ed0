import {
  Archive,
  Clock,
  Ellipsis,
  Flag,
  MailOpen,
  MailCheck,
  Tag,
  Trash2,
  UserRoundPlus,
  X,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, ReactNode, RefObject } from 'react'
import type { FoundRow } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { Menu } from '../menu.tsx'
import { useSendAction } from './action-form.tsx'
import { menuChoice } from './menu-choice.ts'
import type { InboxData } from './page-data.ts'
import { SnoozeMoment, SnoozePresets } from './snooze-fields.tsx'

/**
 * What can be done to the ticked rows. The boxes belong to this form by its id, so it works
 * without JavaScript, where it always stands; with it, it comes with the first tick.
 */
export function BulkBar(props: { data: InboxData; rows: FoundRow[]; path: string }) {
  const { data, rows, path } = props
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const { count, clear, tickAll } = useTicks(form, rows)
  const sendAction = useSendAction()
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement
    const sent = new FormData(event.currentTarget, submitter)
    sent.delete('returnTo')
    sendAction(new URL(submitter.formAction).pathname, sent)
    clear()
  }
  return (
    <form
      ref={form}
      id="bulk"
      method="post"
      action="/bulk/reads"
      onSubmit={onSubmit}
      aria-label={t('views.bulk')}
      className={`flex-wrap items-center gap-0.5 border-b bg-sunken px-2 py-1 ${count > 0 ? 'flex' : 'hidden noscript:flex'}`}
    >
      <input type="hidden" name="returnTo" value={path} />
      {/* Enter in a field presses a form's first button: this one, which is the field's own. */}
      <button type="submit" formAction="/bulk/snooze" hidden tabIndex={-1} aria-hidden />
      <Tool label={t('views.bulkClear')} onClick={clear} icon={<X />} />
      <button
        type="button"
        title={t('views.bulkAll')}
        onClick={tickAll}
        className="mr-auto rounded-sm px-1 py-1 font-medium tabular-nums hover:underline noscript:hidden"
      >
        <span role="status">{t('views.ticked', { count })}</span>
      </button>
      <Tools data={data} />
    </form>
  )
}

function Tools({ data }: { data: InboxData }) {
  const { choices, me } = data
  const t = useT()
  return (
    <>
      <Tool label={t('views.bulk.close')} action="/bulk/closure" icon={<Archive />} />
      <ToolMenu label={t('views.bulk.assign')} icon={<UserRoundPlus />}>
        <Choice action="/bulk/assignment" name="memberId" value={me.id}>
          {t('inbox.assignMe')}
        </Choice>
        {me.canAssign &&
          choices.members
            .filter((member) => member.id !== me.id)
            .map((member) => (
              <Choice key={member.id} action="/bulk/assignment" name="memberId" value={member.id}>
                {member.name}
              </Choice>
            ))}
        {me.canAssign && (
          <Choice action="/bulk/assignment" name="memberId" value="">
            {t('inbox.assignNobody')}
          </Choice>
        )}
      </ToolMenu>
      <ToolMenu label={t('views.snooze')} icon={<Clock />}>
        <SnoozePresets times={choices.snooze} formAction="/bulk/snooze" />
        <SnoozeMoment id="bulk-snooze" formAction="/bulk/snooze" />
      </ToolMenu>
      {choices.tags.length > 0 && (
        <ToolMenu label={t('views.bulk.tag')} icon={<Tag />}>
          {choices.tags.map((tag) => (
            <Choice key={tag.id} action="/bulk/tags" name="tagId" value={tag.id}>
              {tag.name}
            </Choice>
          ))}
        </ToolMenu>
      )}
      <ToolMenu label={t('views.bulk.priority')} icon={<Flag />}>
        {choices.priorities.map(({ id, name, isDefault }) => (
          <Choice key={id} action="/bulk/priority" name="priorityId" value={isDefault ? '' : id}>
            {name}
          </Choice>
        ))}
      </ToolMenu>
      <ToolMenu label={t('views.moreActions')} icon={<Ellipsis />}>
        <Choice action="/bulk/reads" icon={<MailCheck />}>
          {t('views.bulk.read')}
        </Choice>
        <Choice action="/bulk/unread" icon={<MailOpen />}>
          {t('views.bulk.unread')}
        </Choice>
        {me.canDelete && (
          <Choice action="/bulk/deletion" icon={<Trash2 />}>
            {t('views.bulk.delete')}
          </Choice>
        )}
      </ToolMenu>
    </>
  )
}

const toolLook =
  'grid size-7 cursor-pointer list-none place-items-center rounded-md text-soft hover:bg-hover hover:text-ink pointer-coarse:size-10 [&_svg]:size-4'

function Tool(props: { label: string; icon: ReactNode; action?: string; onClick?: () => void }) {
  const { label, icon, action, onClick } = props
  return (
    <button
      type={action ? 'submit' : 'button'}
      formAction={action}
      onClick={onClick}
      aria-label={label}
      title={label}
      className={`${toolLook} ${action ? '' : 'noscript:hidden'}`}
    >
      {icon}
    </button>
  )
}

function ToolMenu(props: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Menu
      label={props.label}
      triggerClassName={toolLook}
      trigger={<span title={props.label}>{props.icon}</span>}
    >
      <div className="max-h-[60vh] overflow-y-auto">{props.children}</div>
    </Menu>
  )
}

function Choice(props: {
  action: string
  name?: string
  value?: string | number
  icon?: ReactNode
  children: ReactNode
}) {
  const { action, name, value, icon, children } = props
  return (
    <button
      type="submit"
      formAction={action}
      name={name}
      value={value}
      className={`${menuChoice} [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-faint`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </button>
  )
}

/** How many boxes are ticked, of the rows that are shown now. */
function useTicks(form: RefObject<HTMLFormElement>, rows: FoundRow[]) {
  const [count, setCount] = useState(0)
  const boxes = () =>
    [...(form.current?.elements ?? [])].filter(
      (element): element is HTMLInputElement =>
        element instanceof HTMLInputElement && element.name === 'ids',
    )
  const recount = () => setCount(boxes().filter((box) => box.checked).length)
  const setAll = (isOn: boolean) => {
    for (const box of boxes()) box.checked = isOn
    recount()
  }
  useEffect(() => {
    const onChange = (event: Event) => {
      if ((event.target as HTMLInputElement).name === 'ids') recount()
    }
    document.addEventListener('change', onChange)
    return () => document.removeEventListener('change', onChange)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form stays the same
  }, [])
  // eslint-disable-next-line react-hooks/exhaustive-deps -- rows that have left take their ticks along
  useEffect(recount, [rows])
  useEffect(() => {
    document.body.toggleAttribute('data-ticking', count > 0)
    return () => document.body.removeAttribute('data-ticking')
  }, [count])
  return { count, clear: () => setAll(false), tickAll: () => setAll(true) }
}
