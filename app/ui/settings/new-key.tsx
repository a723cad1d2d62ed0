import { useEffect, useRef } from 'react'
import { Card } from '../card.tsx'
import { CopyField } from '../copy-field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

/** A key that was just made: shown here, once. */
export function NewKey(props: { name: string; value: string; address: string }) {
  const { name, value, address } = props
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [value])
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Card>
        <div className="flex flex-col gap-4">
          <Notice tone="warn">{t('settings.keyOnce')}</Notice>
          <CopyField label={t('settings.keyIs', { name })} value={value} />
          <p className="text-small text-faint">{t('settings.keyHow', { address })}</p>
        </div>
      </Card>
    </div>
  )
}
