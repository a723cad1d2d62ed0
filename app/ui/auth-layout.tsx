import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { BarazaMark } from './baraza-mark.tsx'
import { useT } from './i18n-provider.tsx'

/**
 * Sign-in, sign-up and what belongs to them: one quiet column under the company's own sign, or
 * Baraza's on the app host. `aside` shows beside it on a desk; `below` is for the other way in.
 */
export function AuthLayout(props: {
  title: ReactNode
  lead?: ReactNode
  company?: { name: string; logoUrl?: string | null }
  below?: ReactNode
  preferences?: ReactNode
  children: ReactNode
}) {
  const { title, lead, company, below, preferences, children } = props
  const t = useT()
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden bg-canvas">
      <Rings />
      <main className="flex flex-1 flex-col items-center px-4 pt-[max(2rem,12vh)] pb-10">
        <div className="w-full max-w-[23.5rem]">
          <header className="mb-7 flex flex-col gap-5">
            {company ? (
              <span className="flex items-center gap-3">
                <Avatar {...company} imageUrl={company.logoUrl} size="large" shape="square" />
                <span className="text-title font-semibold">{company.name}</span>
              </span>
            ) : (
              <BarazaMark />
            )}
            <div>
              <h1 className="text-display font-semibold">{title}</h1>
              {lead && <p className="mt-2 text-soft">{lead}</p>}
            </div>
          </header>
          <div className="rounded-lg border bg-surface p-5 sm:p-6">{children}</div>
          {below && <div className="mt-5 text-center text-soft">{below}</div>}
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-4 px-6 pb-6 text-small text-faint">
        {company ? <span>{t('common.poweredBy')}</span> : <span />}
        {preferences}
      </footer>
    </div>
  )
}

// A baraza is people sitting in a ring to talk: the one ornament of the product.
function Rings() {
  return (
    <svg
      viewBox="0 0 800 800"
      aria-hidden
      className="pointer-events-none absolute top-[-17rem] max-sm:hidden left-1/2 -z-10 size-[90rem] -translate-x-1/2 fill-none stroke-accent opacity-[0.11]"
    >
      {[222, 265, 309, 352, 396].map((radius, index) => (
        <circle
          key={radius}
          cx="400"
          cy="400"
          r={radius}
          strokeWidth={1.25}
          strokeDasharray={index % 2 ? '2 9' : undefined}
          strokeLinecap="round"
        />
      ))}
    </svg>
  )
}
