import { useState } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { Input } from './input.tsx'
import { useT } from './i18n-provider.tsx'

/** A password field with a switch to read what one types; say `current-password` or `new-password`. */
export function PasswordInput({
  autoComplete,
}: {
  autoComplete: 'current-password' | 'new-password'
}) {
  const t = useT()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <span className="relative block">
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        className="pr-11"
      />
      <button
        type="button"
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-faint hover:text-ink noscript:hidden"
        aria-pressed={shown}
        aria-label={t('common.showPassword')}
        onClick={() => setShown(!shown)}
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </span>
  )
}
