import type { Area } from '../translate.ts'

/** Jobs and deeds of the admin that are about the installation's health. */
export const adminHealth = {
  'admin.job_alert_evaluate': 'Look at alert rules',
  'admin.job_alert_deliver': 'Post an alert',
  'admin.job_certificate_look': 'Look at certificates',
  'admin.job_isolation_audit': 'Check every company’s file',
  'admin.did_alert_acknowledged': 'Took note of an alert',
  'admin.did_alert_resolved': 'Alert resolved',
  'admin.did_alert_rule_changed': 'Alert rule changed',
  'admin.did_alert_hook_saved': 'Alert webhook saved',
  'admin.did_alert_hook_removed': 'Alert webhook removed',
  'admin.did_isolation_audit_started': 'Isolation audit started',
} satisfies Area<'admin'>
