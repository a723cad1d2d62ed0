import { MapPin, MousePointerClick, Phone, ShoppingBag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useFormat, useT } from '../i18n-provider.tsx'

type Payload = Record<string, unknown>

/** What a message holds beside words and files: a place, cards, an order, a pressed choice. */
export function MessageExtras({ message }: { message: ThreadMessage }) {
  const { payload, type } = message
  if (type === 'location') return <Place place={toRecord(payload['location'])} />
  if (type === 'contacts') return <Cards cards={toRecords(payload['contacts'])} />
  if (type === 'order') return <Order items={toRecords(toRecord(payload['order'])['items'])} />
  if (type === 'interactive')
    return <Choice choice={toRecord(payload['interactive'])} text={message.text} />
  return null
}

function Place({ place }: { place: Payload }) {
  const t = useT()
  const { latitude, longitude } = place
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  return (
    <Line icon={<MapPin className="size-4 shrink-0" aria-hidden />}>
      <a
        href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
        target="_blank"
        rel="noreferrer noopener"
        className="underline underline-offset-2"
      >
        {t('inbox.openMap')}
      </a>
      <span className="text-small text-faint">
        {latitude.toFixed(5)}, {longitude.toFixed(5)}
      </span>
    </Line>
  )
}

function Cards({ cards }: { cards: Payload[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {cards.map((card, index) => (
        <li key={index}>
          <Line icon={<Phone className="size-4 shrink-0" aria-hidden />}>
            <span className="font-medium">{toText(card['name'])}</span>
            {[...toTexts(card['phones']), ...toTexts(card['emails'])].map((way) => (
              <span key={way}>{way}</span>
            ))}
          </Line>
        </li>
      ))}
    </ul>
  )
}

function Order({ items }: { items: Payload[] }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <Line icon={<ShoppingBag className="size-4 shrink-0" aria-hidden />}>
      <span className="font-medium">{t('inbox.orderItems', { count: items.length })}</span>
      {items.map((item, index) => {
        const { quantity, priceMinor, currency } = item
        return (
          <span key={index} className="flex gap-3">
            <span className="flex-1">
              {t('inbox.orderItem', {
                quantity: Number(quantity) || 1,
                item: toText(item['name']) || toText(item['sku']),
              })}
            </span>
            {typeof priceMinor === 'number' && typeof currency === 'string' && (
              <span>{money(priceMinor, currency)}</span>
            )}
          </span>
        )
      })}
    </Line>
  )
}

function Choice({ choice, text }: { choice: Payload; text: string | null }) {
  const t = useT()
  const { description, title } = choice
  const more = toText(description) || (title === text ? '' : toText(title))
  return (
    <p className="flex items-center gap-1.5 text-small text-faint">
      <MousePointerClick className="size-3.5 shrink-0" aria-hidden />
      {more || t('inbox.type.interactive')}
    </p>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      <span className="mt-0.5">{icon}</span>
      <div className="flex min-w-0 flex-1 flex-col">{children}</div>
    </div>
  )
}

// Payloads come from vendors through our own reader, but rows may be older than it.
function toRecord(value: unknown): Payload {
  return typeof value === 'object' && value !== null ? (value as Payload) : {}
}

function toRecords(value: unknown): Payload[] {
  return Array.isArray(value) ? value.map(toRecord) : []
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
