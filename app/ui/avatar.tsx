import { classes } from './classes.ts'

const tints = [
  'bg-tint-0 text-tint-0-ink',
  'bg-tint-1 text-tint-1-ink',
  'bg-tint-2 text-tint-2-ink',
  'bg-tint-3 text-tint-3-ink',
  'bg-tint-4 text-tint-4-ink',
  'bg-tint-5 text-tint-5-ink',
]

const sizes = {
  small: 'size-6 text-[0.625rem]',
  medium: 'size-8 text-small',
  large: 'size-12 text-body',
}

/** A person's initials on a tint that stays theirs. Always beside the name, so it is silent. */
export function Avatar(props: {
  name: string
  imageUrl?: string | null
  size?: keyof typeof sizes
  /** People are round, companies square and in their own accent. */
  shape?: 'round' | 'square'
}) {
  const { name, imageUrl, size = 'medium', shape = 'round' } = props
  const frame = classes(
    'shrink-0 object-cover',
    sizes[size],
    shape === 'round' ? 'rounded-full' : 'rounded-md',
  )
  if (imageUrl) return <img src={imageUrl} alt="" className={frame} loading="lazy" />
  return (
    <span
      aria-hidden
      className={classes(
        'inline-grid place-items-center font-semibold select-none',
        frame,
        shape === 'square' ? 'bg-accent text-accent-on' : tints[tintOf(name)],
      )}
    >
      {toInitials(name)}
    </span>
  )
}

/** `Asha Mwangi` → `AM`, `+254 712 345 678` → `78`, empty → `?`. */
export function toInitials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const digits = name.replace(/\D/g, '')
  if (words.length === 0) return digits.slice(-2) || '?'
  const picked = words.length === 1 ? [words[0]] : [words[0], words.at(-1)]
  return picked.map((word) => /\p{L}/u.exec(word ?? '')?.[0]?.toUpperCase()).join('')
}

function tintOf(name: string) {
  let hash = 0
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return hash % tints.length
}
