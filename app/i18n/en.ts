import { admin } from './en/admin.ts'
import { adminExtras } from './en/admin-extras.ts'
import { adminHealth } from './en/admin-health.ts'
import { ai } from './en/ai.ts'
import { alerts } from './en/alerts.ts'
import { assignment } from './en/assignment.ts'
import { audit } from './en/audit.ts'
import { auth } from './en/auth.ts'
import { billing } from './en/billing.ts'
import { channels } from './en/channels.ts'
import { composer } from './en/composer.ts'
import { claims } from './en/claims.ts'
import { negotiation, negotiationAudit, negotiationErrors } from './en/negotiation.ts'
import { tools } from './en/tools.ts'
import { closing } from './en/closing.ts'
import { common } from './en/common.ts'
import { consent } from './en/consent.ts'
import { duplicates } from './en/duplicates.ts'
import { imports } from './en/imports.ts'
import { privacy } from './en/privacy.ts'
import { contacts } from './en/contacts.ts'
import { dunning } from './en/dunning.ts'
import { csat } from './en/csat.ts'
import { corrections } from './en/corrections.ts'
import { control } from './en/control.ts'
import { controlHistory } from './en/control-history.ts'
import { dashboard } from './en/dashboard.ts'
import { demoErrors, demoHistory, demos } from './en/demos.ts'
import { errors } from './en/errors.ts'
import { extras } from './en/extras.ts'
import { industries } from './en/industries.ts'
import { certificates } from './en/certificates.ts'
import { health } from './en/health.ts'
import { isolation } from './en/isolation.ts'
import {
  contactEdits,
  contactHistory,
  identity,
  identityErrors,
  identityHistory,
} from './en/identity.ts'
import { inbox } from './en/inbox.ts'
import { log } from './en/log.ts'
import { knowledge } from './en/knowledge.ts'
import { labels } from './en/labels.ts'
import { leads } from './en/leads.ts'
import { media } from './en/media.ts'
import { members } from './en/members.ts'
import { macros } from './en/macros.ts'
import { mentions } from './en/mentions.ts'
import { notifications } from './en/notifications.ts'
import { onboarding } from './en/onboarding.ts'
import { palette } from './en/palette.ts'
import { performance } from './en/performance.ts'
import { platform } from './en/platform.ts'
import { prospects } from './en/prospects.ts'
import { reports } from './en/reports.ts'
import { settings } from './en/settings.ts'
import { simulator } from './en/simulator.ts'
import { sla } from './en/sla.ts'
import { support } from './en/support.ts'
import { tasks } from './en/tasks.ts'
import { thread } from './en/thread.ts'
import { starting } from './en/starting.ts'
import { playground } from './en/playground.ts'
import { teaching } from './en/teaching.ts'
import { training } from './en/training.ts'
import { voice } from './en/voice.ts'
import { knowing } from './en/knowing.ts'
import { websites } from './en/websites.ts'
import { team } from './en/team.ts'
import { templates } from './en/templates.ts'
import { transfers } from './en/transfers.ts'
import { visitErrors, visits } from './en/visits.ts'
import { views } from './en/views.ts'
import { watching } from './en/watching.ts'
import { widget } from './en/widget.ts'

/** English, all areas a page may use. The keys of this object are the keys of the catalogue. */
export const texts = {
  ...common,
  ...admin,
  ...adminExtras,
  ...adminHealth,
  ...auth,
  ...audit,
  ...assignment,
  ...alerts,
  ...certificates,
  ...health,
  ...log,
  ...isolation,
  ...inbox,
  ...composer,
  ...contacts,
  ...privacy,
  ...imports,
  ...industries,
  ...duplicates,
  ...consent,
  ...knowledge,
  ...settings,
  ...media,
  ...members,
  ...billing,
  ...extras,
  ...channels,
  ...control,
  ...controlHistory,
  ...dashboard,
  ...reports,
  ...performance,
  ...platform,
  ...prospects,
  ...onboarding,
  ...palette,
  ...notifications,
  ...simulator,
  ...views,
  ...visits,
  ...identity,
  ...identityErrors,
  ...identityHistory,
  ...contactEdits,
  ...contactHistory,
  ...visitErrors,
  ...watching,
  ...widget,
  ...demos,
  ...demoErrors,
  ...demoHistory,
  ...errors,
  ...ai,
  ...labels,
  ...closing,
  ...dunning,
  ...csat,
  ...sla,
  ...transfers,
  ...macros,
  ...claims,
  ...negotiation,
  ...negotiationAudit,
  ...negotiationErrors,
  ...tools,
  ...templates,
  ...mentions,
  ...corrections,
  ...starting,
  ...leads,
  ...support,
  ...tasks,
  ...playground,
  ...teaching,
  ...training,
  ...voice,
  ...knowing,
  ...websites,
  ...team,
  ...thread,
}
