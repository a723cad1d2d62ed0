import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import type { Way } from '#app/domain/starting/shown.ts'
import { ChannelIcon } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { useErrorText, useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import type { StartData, StartPerson } from './start-data.ts'

/** The company's lines: those that reach this person to choose from, the others with the reason. */
export function ChooseWay({ data, person }: { data: StartData; person: StartPerson }) {
  const t = useT()
  const { ways, way: chosen } = data
  return (
    <section aria-labelledby="ways" className="flex flex-col gap-2">
      <h2 id="ways" className="font-medium">
        {t('starting.ways')}
      </h2>
      {!chosen && (
        <Notice tone="warn">{t(ways.length > 0 ? 'starting.noWay' : 'starting.noChannel')}</Notice>
      )}
      <ul className="flex flex-col gap-2">
        {ways.map((way) => (
          <li key={way.endpointId}>
            <WayRow way={way} person={person} isChosen={way === chosen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const frame = 'flex items-start gap-3 rounded-md border p-3'

function WayRow(props: { way: Way; person: StartPerson; isChosen: boolean }) {
  const { way, person, isChosen } = props
  const t = useT()
  const words = useWayText()(way)
  const inside = (
    <>
      <ChannelIcon channel={way.channel} className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{way.name}</span>
        {way.phone && way.phone !== person.phone && (
          <span className="block text-small tabular-nums">
            {t('starting.goesTo', { phone: way.phone })}
          </span>
        )}
        <span className="block text-small text-soft">{words}</span>
      </span>
      {isChosen && <Check className="size-4 shrink-0 text-accent-ink" aria-hidden />}
    </>
  )
  if (way.refusal) return <div className={classes(frame, 'bg-sunken text-soft')}>{inside}</div>
  return (
    <Link
      to={`?${new URLSearchParams({ ...toParams(person), endpoint: String(way.endpointId) })}`}
      replace
      preventScrollReset
      aria-current={isChosen ? 'true' : undefined}
      className={classes(
        frame,
        isChosen ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface hover:bg-hover',
      )}
    >
      {inside}
    </Link>
  )
}

/** Whom, as it stands in the address. */
export function toParams({ to }: StartPerson): Record<string, string> {
  return 'contactId' in to ? { contact: String(to.contactId) } : { phone: to.phone }
}

function useWayText() {
  const t = useT()
  const errorText = useErrorText()
  const { dateTime } = useFormat()
  return ({ refusal, isWindowOpen, closesAt, openId }: Way): string => {
    if (refusal) return errorText(refusal)
    const window = isWindowOpen
      ? closesAt === null
        ? t('starting.free')
        : t('starting.freeUntil', { time: dateTime(closesAt) })
      : t('starting.templateOnly')
    return openId === undefined ? window : `${t('starting.goesOn')} ${window}`
  }
}
