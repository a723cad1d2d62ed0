import { admin } from './sw/admin.ts'
import { adminExtras } from './sw/admin-extras.ts'
import { adminHealth } from './sw/admin-health.ts'
import { ai } from './sw/ai.ts'
import { alerts } from './sw/alerts.ts'
import { assignment } from './sw/assignment.ts'
import { audit } from './sw/audit.ts'
import { auth } from './sw/auth.ts'
import { billing } from './sw/billing.ts'
import { channels } from './sw/channels.ts'
import { composer } from './sw/composer.ts'
import { claims } from './sw/claims.ts'
import { negotiation, negotiationAudit, negotiationErrors } from './sw/negotiation.ts'
import { tools } from './sw/tools.ts'
import { closing } from './sw/closing.ts'
import { common } from './sw/common.ts'
import { consent } from './sw/consent.ts'
import { duplicates } from './sw/duplicates.ts'
import { imports } from './sw/imports.ts'
import { privacy } from './sw/privacy.ts'
import { contacts } from './sw/contacts.ts'
import { dunning } from './sw/dunning.ts'
import { csat } from './sw/csat.ts'
import { corrections } from './sw/corrections.ts'
import { control } from './sw/control.ts'
import { controlHistory } from './sw/control-history.ts'
import { dashboard } from './sw/dashboard.ts'
import { demoErrors, demoHistory, demos } from './sw/demos.ts'
import { errors } from './sw/errors.ts'
import { extras } from './sw/extras.ts'
import { industries } from './sw/industries.ts'
import { certificates } from './sw/certificates.ts'
import { health } from './sw/health.ts'
import { isolation } from './sw/isolation.ts'
import {
  contactEdits,
  contactHistory,
  identity,
  identityErrors,
  identityHistory,
} from './sw/identity.ts'
import { inbox } from './sw/inbox.ts'
import { log } from './sw/log.ts'
import { knowledge } from './sw/knowledge.ts'
import { labels } from './sw/labels.ts'
import { leads } from './sw/leads.ts'
import { media } from './sw/media.ts'
import { members } from './sw/members.ts'
import { macros } from './sw/macros.ts'
import { mentions } from './sw/mentions.ts'
import { notifications } from './sw/notifications.ts'
import { onboarding } from './sw/onboarding.ts'
import { palette } from './sw/palette.ts'
import { performance } from './sw/performance.ts'
import { platform } from './sw/platform.ts'
import { prospects } from './sw/prospects.ts'
import { reports } from './sw/reports.ts'
import { settings } from './sw/settings.ts'
import { simulator } from './sw/simulator.ts'
import { sla } from './sw/sla.ts'
import { support } from './sw/support.ts'
import { tasks } from './sw/tasks.ts'
import { thread } from './sw/thread.ts'
import { starting } from './sw/starting.ts'
import { playground } from './sw/playground.ts'
import { teaching } from './sw/teaching.ts'
import { training } from './sw/training.ts'
import { voice } from './sw/voice.ts'
import { knowing } from './sw/knowing.ts'
import { websites } from './sw/websites.ts'
import { team } from './sw/team.ts'
import { templates } from './sw/templates.ts'
import { transfers } from './sw/transfers.ts'
import { visitErrors, visits } from './sw/visits.ts'
import { views } from './sw/views.ts'
import { watching } from './sw/watching.ts'
import { widget } from './sw/widget.ts'

/** Swahili, all areas a page may use. */
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
