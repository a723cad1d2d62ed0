import { useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { Button } from './button.tsx'
import { useT } from './i18n-provider.tsx'

const CONFIRMED_MS = 2_000

/** Something to take elsewhere: a webhook address, a key. One click copies; without JavaScript it is selected. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), CONFIRMED_MS)
  }
  return (
    <label className="flex flex-col gap-1.5">
      <span className="font-medium">{label}</span>
      <span className="flex gap-2">
        <input
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="control min-w-0 truncate font-mono text-small!"
        />
        <Button
          onClick={copy}
          className="min-w-28 noscript:hidden"
          aria-live="polite"
          icon={
            copied ? (
              <Check className="size-4 text-good" aria-hidden />
            ) : (
              <Copy className="size-4" aria-hidden />
            )
          }
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      </span>
    </label>
  )
}
