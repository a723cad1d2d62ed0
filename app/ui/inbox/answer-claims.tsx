import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'

export type ShownClaim = { text: string; source: string | null; passage: number | null }

const places = {
  company: 'claims.source.company',
  said: 'claims.source.said',
  customer: 'claims.source.customer',
  tool: 'claims.source.tool',
} as const

/** Every price, quantity, date, number and link of a reply, and where each stands. */
export function ClaimList({ claims }: { claims: ShownClaim[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {claims.map((claim, index) => (
        <li key={index} className="flex min-w-0 items-center gap-1.5">
          {claim.source === null ? (
            <TriangleAlert className="size-3.5 shrink-0 text-warn" aria-hidden />
          ) : (
            <CircleCheck className="size-3.5 shrink-0 text-good" aria-hidden />
          )}
          <span className="font-medium break-words">{claim.text}</span>
          <Place claim={claim} />
        </li>
      ))}
    </ul>
  )
}

function Place({ claim: { source, passage } }: { claim: ShownClaim }) {
  const t = useT()
  if (source === null) return <span className="text-warn">{t('claims.nowhere')}</span>
  const isPlace = source in places
  return (
    <span className="text-faint">
      {isPlace
        ? t(places[source as keyof typeof places])
        : t('claims.source.passage', { number: passage ?? '' })}
    </span>
  )
}

/** A wording that no customer read, with what was wrong with it. */
export function HeldWording(props: { title: string; reply: string; claims: ShownClaim[] }) {
  const { title, reply, claims } = props
  return (
    <div className="rounded-md bg-warn-soft px-2.5 py-2">
      <p className="font-medium text-warn">{title}</p>
      <p className="mt-0.5 whitespace-pre-wrap text-soft">{reply}</p>
      {claims.length > 0 && (
        <div className="mt-1">
          <ClaimList claims={claims.filter(({ source }) => source === null)} />
        </div>
      )}
    </div>
  )
}
