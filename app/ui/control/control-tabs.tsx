import { useT } from '../i18n-provider.tsx'
import { Tabs } from '../tabs.tsx'

const parts = ['announcements', 'flags', 'settings'] as const

/** What is decided for all companies at once. */
export function ControlTabs({ at }: { at: (typeof parts)[number] }) {
  const t = useT()
  return (
    <Tabs
      label={t('control.title')}
      tabs={parts.map((part) => ({
        ...{ to: `/admin/${part}`, label: t(`control.${part}`), active: part === at },
      }))}
    />
  )
}
