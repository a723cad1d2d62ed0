/** What the platform watches, and what its threshold is counted in. */
export const alertUnits = {
  error_rate: 'share',
  low_activity: 'share',
  limit_near: 'share',
  payment_failed: 'hours',
  backup_old: 'hours',
  replication_lag: 'seconds',
  failed_jobs: 'count',
  certificate: 'days',
} as const

export type AlertKind = keyof typeof alertUnits
export type AlertUnit = (typeof alertUnits)[AlertKind]
export const alertKinds = Object.keys(alertUnits) as AlertKind[]

export const alertRoles = ['owner', 'admin', 'support'] as const
export type AlertRole = (typeof alertRoles)[number]

export type AlertRule = {
  kind: AlertKind
  isOn: boolean
  /** in the kind's unit; shares are 0–1 */
  threshold: number
  /** told again after so many hours while it lasts; 0 is never */
  againHours: number
  roles: AlertRole[]
  byMail: boolean
  byWebhook: boolean
  updatedAt: number
}

export function isAlertKind(text: string): text is AlertKind {
  return Object.hasOwn(alertUnits, text)
}
