import type { MessageKey } from '#app/i18n/translate.ts'

/** The parts of the settings in their order, with what one needs to open each. */
export const settingsParts = [
  { name: 'company', to: '/settings', label: 'settings.company', permission: 'settings.read' },
  { name: 'look', to: '/settings/look', label: 'settings.look', permission: 'settings.read' },
  { name: 'hours', to: '/settings/hours', label: 'settings.hours', permission: 'settings.read' },
  {
    ...{ name: 'assistant', to: '/settings/assistant', label: 'settings.assistant' },
    permission: 'settings.read',
  },
  { name: 'tools', to: '/settings/tools', label: 'tools.nav', permission: 'settings.read' },
  {
    ...{ name: 'visibility', to: '/settings/visibility', label: 'settings.visibility' },
    permission: 'settings.read',
  },
  { name: 'idle', to: '/settings/idle', label: 'views.idle', permission: 'settings.read' },
  {
    ...{ name: 'link-previews', to: '/settings/link-previews', label: 'media.previews' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'macros', to: '/settings/macros', label: 'macros.title' },
    permission: 'conversations.reply',
  },
  {
    ...{ name: 'templates', to: '/settings/templates', label: 'templates.title' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'departments', to: '/settings/departments', label: 'team.departments' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'assignment', to: '/settings/assignment', label: 'assignment.settings' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'skills', to: '/settings/skills', label: 'assignment.skills' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'pipeline', to: '/settings/pipeline', label: 'leads.pipeline' },
    permission: 'settings.read',
  },
  { name: 'tags', to: '/settings/tags', label: 'labels.tags', permission: 'settings.read' },
  {
    ...{ name: 'priorities', to: '/settings/priorities', label: 'labels.priorities' },
    permission: 'settings.read',
  },
  {
    name: 'closing',
    to: '/settings/closing',
    label: 'closing.settings',
    permission: 'settings.read',
  },
  {
    ...{ name: 'satisfaction', to: '/settings/satisfaction', label: 'csat.settings' },
    permission: 'settings.read',
  },
  { name: 'sla', to: '/settings/sla', label: 'sla.settings', permission: 'settings.read' },
  {
    ...{ name: 'contact-fields', to: '/settings/contact-fields', label: 'contacts.fieldsTitle' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'retention', to: '/settings/retention', label: 'privacy.retention' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'canned-responses', to: '/settings/canned-responses', label: 'composer.canned' },
    permission: 'settings.read',
  },
  {
    ...{ name: 'api-keys', to: '/settings/api-keys', label: 'settings.apiKeys' },
    permission: 'api_keys.write',
  },
  { name: 'billing', to: '/settings/billing', label: 'billing.title', permission: 'billing.read' },
  {
    ...{ name: 'support', to: '/settings/support', label: 'support.settings' },
    permission: 'settings.read',
  },
  { name: 'audit', to: '/settings/audit', label: 'audit.title', permission: 'audit.read' },
  {
    ...{ name: 'failed-jobs', to: '/settings/failed-jobs', label: 'settings.failedJobs' },
    permission: 'jobs.retry',
  },
] as const satisfies {
  name: string
  to: string
  label: MessageKey
  permission:
    | 'settings.read'
    | 'api_keys.write'
    | 'audit.read'
    | 'billing.read'
    | 'jobs.retry'
    | 'conversations.reply'
}[]

export type SettingsPart = (typeof settingsParts)[number]['name']
