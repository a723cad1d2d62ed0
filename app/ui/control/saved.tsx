import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

/** Said above a page of settings that came back saved. */
export function Saved() {
  const t = useT()
  return (
    <div role="status">
      <Notice tone="good">{t('control.saved')}</Notice>
    </div>
  )
}
