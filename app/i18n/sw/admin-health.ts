import type { adminHealth as english } from '../en/admin-health.ts'

export const adminHealth: Record<keyof typeof english, string> = {
  'admin.job_alert_evaluate': 'Kuangalia kanuni za tahadhari',
  'admin.job_alert_deliver': 'Kutuma tahadhari',
  'admin.job_certificate_look': 'Kuangalia vyeti',
  'admin.job_isolation_audit': 'Kukagua faili ya kila kampuni',
  'admin.did_alert_acknowledged': 'Alizingatia tahadhari',
  'admin.did_alert_resolved': 'Tahadhari imetatuliwa',
  'admin.did_alert_rule_changed': 'Kanuni ya tahadhari imebadilishwa',
  'admin.did_alert_hook_saved': 'Webhook ya tahadhari imehifadhiwa',
  'admin.did_alert_hook_removed': 'Webhook ya tahadhari imeondolewa',
  'admin.did_isolation_audit_started': 'Ukaguzi wa utengano umeanza',
}
