/** The product's own sign: four around one open place, and its name. */
export function BarazaMark({ label = 'Baraza' }: { label?: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" className="size-8" aria-hidden>
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M16 6.5a9.5 9.5 0 1 0 9.5 9.5"
          className="fill-none stroke-accent-on"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="16" cy="16" r="2.6" className="fill-accent-on" />
        <circle cx="23.2" cy="8.8" r="2.2" className="fill-accent-on" />
      </svg>
      <span className="text-title font-semibold">{label}</span>
    </span>
  )
}
