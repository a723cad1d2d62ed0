import { useT } from '../i18n-provider.tsx'

/** Whether everybody has the view in their list. */
export function ShareBox({ isOn }: { isOn: boolean }) {
  const t = useT()
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="checkbox" name="shared" defaultChecked={isOn} className="size-4" />
      {t('views.share')}
    </label>
  )
}
