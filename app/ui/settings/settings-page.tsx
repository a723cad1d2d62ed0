import type { ReactNode } from 'react'
import { SubmitButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import type { SettingsPart } from './parts.ts'
import { SettingsNav } from './settings-nav.tsx'

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
  return (
    <Page width="wide">
      <PageHeader title={t('settings.title')} description={t('settings.lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-10">
        <SettingsNav at={at} parts={frame.parts} />
        <div className="flex min-w-0 flex-col gap-6">
          {frame.wasSaved && (
            <div role="status">
              <Notice tone="good">{t('settings.saved')}</Notice>
            </div>
          )}
          {!frame.mayWrite && !hasOwnPermission && <Notice>{t('settings.readOnly')}</Notice>}
          {children}
        </div>
      </div>
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
