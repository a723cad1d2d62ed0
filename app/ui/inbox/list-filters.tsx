import { Form, Link } from '@remix-run/react'
import { SlidersHorizontal, X } from 'lucide-react'
import { filtersOf, inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import { inboxSorts, inboxStatuses } from '#app/domain/conversations/inbox-words.ts'
import { Button, LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { Menu } from '../menu.tsx'
import type { InboxChoices } from './page-data.ts'

const channels = ['whatsapp-cloud', 'telegram', 'web-chat'] as const
const hours = [1, 4, 24, 72, 168] as const

type Props = { view: InboxView; choices: InboxChoices; path: string }

/** Everything a list can be narrowed and sorted by, as one form into the address. */
export function FilterMenu({ view, choices, path }: Props) {
  const t = useT()
  const count = Object.keys(filtersOf(view)).length + (view.sort === 'newest' ? 0 : 1)
  return (
    <Menu
      label={t('views.filter')}
      triggerClassName={`relative grid size-8 cursor-pointer list-none place-items-center rounded-md pointer-coarse:size-10 ${count > 0 ? 'bg-accent-soft text-accent-ink' : 'text-faint hover:bg-hover hover:text-ink'}`}
      trigger={<SlidersHorizontal className="size-4" aria-hidden />}
    >
      <Form
        key={inboxQuery(view)}
        method="get"
        action={path}
        className="flex max-h-[75vh] w-72 flex-col gap-3 overflow-y-auto p-3"
      >
        {view.tab !== 'all' && <input type="hidden" name="tab" value={view.tab} />}
        <FilterFields view={view} choices={choices} />
        <div className="sticky -bottom-3 flex items-center gap-2 border-t bg-raised py-2">
          <Button type="submit" size="small" variant="primary">
            {t('views.filterApply')}
          </Button>
          {count > 0 && (
            <LinkButton to={path + inboxQuery({ tab: view.tab })} size="small" variant="quiet">
              {t('views.filterClear')}
            </LinkButton>
          )}
        </div>
      </Form>
    </Menu>
  )
}

function FilterFields({ view, choices }: Omit<Props, 'path'>) {
  const t = useT()
  const hourWords = (count: number) =>
    count >= 24
      ? t('views.unansweredDays', { count: count / 24 })
      : t('views.unansweredHours', { count })
  return (
    <>
      <Pick name="sort" label={t('views.sort')} value={view.sort}>
        {inboxSorts.map((sort) => [sort === 'newest' ? '' : sort, t(`views.sort.${sort}`)])}
      </Pick>
      <Pick
        name="status"
        label={t('views.status')}
        value={view.status}
        any={t('views.status.open')}
      >
        {inboxStatuses.map((status) => [status, t(`views.status.${status}`)])}
      </Pick>
      {choices.members.length > 0 && (
        <Pick
          name="assignee"
          label={t('views.assignee')}
          value={view.assignee}
          any={t('views.any')}
        >
          {choices.members.map(({ id, name }) => [id, name])}
        </Pick>
      )}
      <Pick name="channel" label={t('views.channel')} value={view.channel} any={t('views.any')}>
        {channels.map((channel) => [channel, t(`views.channel.${channel}`)])}
      </Pick>
      <Pick name="score" label={t('views.score')} value={view.score} any={t('views.any')}>
        {(['green', 'yellow', 'red'] as const).map((color) => [color, t(`views.score.${color}`)])}
      </Pick>
      {choices.tags.length > 0 && (
        <Pick name="tag" label={t('views.tag')} value={view.tag} any={t('views.any')}>
          {choices.tags.map(({ id, name }) => [id, name])}
        </Pick>
      )}
      <Pick name="priority" label={t('views.priority')} value={view.priority} any={t('views.any')}>
        {choices.priorities.map(({ id, name }) => [id, name])}
      </Pick>
      <Pick
        name="unanswered"
        label={t('views.unanswered')}
        value={view.unansweredHours}
        any={t('views.any')}
      >
        {hours.map((count) => [count, hourWords(count)])}
      </Pick>
      <DayField name="from" label={t('views.from')} value={view.from} />
      <DayField name="until" label={t('views.until')} value={view.until} />
      <Tick name="media" value="1" label={t('views.media')} isOn={Boolean(view.hasMedia)} />
      <Tick name="needs" value="person" label={t('views.needsPerson')} isOn={view.needsPerson} />
    </>
  )
}

function Pick(props: {
  name: string
  label: string
  value: string | number | undefined
  any?: string
  children: (readonly [string | number, string])[]
}) {
  const { name, label, value = '', any, children } = props
  return (
    <label className="flex flex-col gap-1">
      <span className="text-small font-medium">{label}</span>
      <Select name={name} defaultValue={String(value)}>
        {any && <option value="">{any}</option>}
        {children.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </label>
  )
}

function DayField(props: { name: string; label: string; value: string | undefined }) {
  const { name, label, value } = props
  return (
    <label className="flex flex-col gap-1">
      <span className="text-small font-medium">{label}</span>
      <input type="date" name={name} defaultValue={value} className="control" />
    </label>
  )
}

function Tick(props: { name: string; value: string; label: string; isOn: boolean }) {
  const { name, value, label, isOn } = props
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="checkbox" name={name} value={value} defaultChecked={isOn} className="size-4" />
      {label}
    </label>
  )
}

/** What narrows the list, in words; each is taken away by a press. */
export function FilterChips({ view, choices, path }: Props) {
  const t = useT()
  const words = useFilterWords(choices)
  const filters = Object.keys(filtersOf(view)) as (keyof InboxView)[]
  if (filters.length === 0 && view.sort === 'newest') return null
  const chips: [string, Partial<InboxView>][] = filters.map((name) => [
    words(view, name),
    { [name]: name === 'needsPerson' ? false : undefined },
  ])
  if (view.sort !== 'newest') chips.push([t(`views.sort.${view.sort}`), { sort: 'newest' }])
  return (
    <ul aria-label={t('inbox.filters')} className="flex flex-wrap gap-1.5 py-2">
      {chips.map(([label, without]) => (
        <li key={label}>
          <Link
            to={path + inboxQuery({ ...view, ...without })}
            preventScrollReset
            aria-label={t('views.filterRemove', { name: label })}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-accent-soft px-1.5 text-small font-medium text-accent-ink hover:underline"
          >
            <span className="truncate">{label}</span>
            <X className="size-3 shrink-0" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function useFilterWords(choices: InboxChoices) {
  const t = useT()
  const named = (list: { id: number; name: string }[], id: number | undefined) =>
    list.find((entry) => entry.id === id)?.name ?? `#${id ?? ''}`
  return (view: InboxView, filter: keyof InboxView): string => {
    const days = (view.unansweredHours ?? 0) / 24
    switch (filter) {
      case 'status':
        return t(`views.status.${view.status ?? 'open'}`)
      case 'needsPerson':
        return t('views.needsPerson')
      case 'assignee':
        return `${t('views.assignee')}: ${named(choices.members, view.assignee)}`
      case 'channel':
        return channels.includes(view.channel as (typeof channels)[number])
          ? t(`views.channel.${view.channel as (typeof channels)[number]}`)
          : String(view.channel)
      case 'score':
        return t(`views.score.${view.score ?? 'green'}`)
      case 'tag':
        return named(choices.tags, view.tag)
      case 'priority':
        return named(choices.priorities, view.priority)
      case 'hasMedia':
        return t('views.media')
      case 'unansweredHours':
        return `${t('views.unanswered')} ${days >= 1 ? t('views.unansweredDays', { count: days }) : t('views.unansweredHours', { count: view.unansweredHours ?? 0 })}`
      default:
        return `${t(filter === 'until' ? 'views.until' : 'views.from')} ${String(view[filter])}`
    }
  }
}
