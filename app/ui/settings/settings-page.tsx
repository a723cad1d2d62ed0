import type { ReactNode } from 'react'
import { SubmitButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Tabs } from '../tabs.tsx'
import { settingsParts } from './parts.ts'
import type { SettingsPart } from './parts.ts'

/** The frame of every settings page: title, parts, and whether the last save went through. */
export function SettingsPage(props: {
  at: SettingsPart
  frame: { parts: SettingsPart[]; mayWrite: boolean; wasSaved: boolean }
  /** Parts with a permission of their own say nothing about settings in general. */
  hasOwnPermission?: boolean
  children: ReactNode
}) {
  const { at, frame, hasOwnPermission, children } = props
  const t = useT()
  const tabs = settingsParts
    .filter((part) => frame.parts.includes(part.name))
    .map((part) => ({ to: part.to, label: t(part.label), active: part.name === at }))
  return (
    <Page>
      <PageHeader title={t('settings.title')} description={t('settings.lead')} />
      <Tabs label={t('settings.tabs')} tabs={tabs} />
      {frame.wasSaved && (
        <div role="status">
          <Notice tone="good">{t('settings.saved')}</Notice>
        </div>
      )}
      {!frame.mayWrite && !hasOwnPermission && <Notice>{t('settings.readOnly')}</Notice>}
      {children}
    </Page>
  )
}

/** Fields of a settings form with its button; without leave to save they can only be read. */
export function SettingsFields(props: { mayWrite: boolean; children: ReactNode }) {
  const t = useT()
  return (
    <fieldset
      disabled={!props.mayWrite}
      className="flex min-w-0 flex-col gap-8 [&>section:first-child]:border-t-0 [&>section:first-child]:pt-0"
    >
      {props.children}
      {props.mayWrite && (
        <div className="flex justify-end border-t pt-5">
          <SubmitButton>{t('common.save')}</SubmitButton>
        </div>
      )}
    </fieldset>
  )
}
