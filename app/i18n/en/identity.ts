import type { Area } from '../translate.ts'

/** What the platform knows a company by, and how its staff change it. */
export const identity = {
  'identity.open': 'Change details…',
  'identity.title': 'Details of {name}',
  'identity.lead': 'What the platform finds the company by. Every change stands in its history.',
  'identity.name': 'Name of the company',
  'identity.nameHelp': 'Changes the company’s own name, too; its address stays.',
  'identity.city': 'City',
  'identity.cityHelp': 'Lists and territories go by it.',
  'identity.cityNone': 'Not known',
  'identity.rep': 'Sales rep',
  'identity.repHelp': 'Commissions of payments to come are theirs; those already noted stay.',
  'identity.repNone': 'Nobody',
  'identity.noted': 'The details are saved.',
} satisfies Area<'identity'>

export const identityHistory = {
  'admin.did_tenant_identity_changed': 'Details of the company changed',
} satisfies Area<'admin'>

export const identityErrors = {
  'errors.rep_not_found': 'Choose somebody who sells for the platform now.',
} satisfies Area<'errors'>

/** Somebody named for billing is changed. */
export const contactEdits = {
  'dunning.contactChange': 'Change',
  'dunning.contactChangeOf': 'Change {name}',
  'dunning.contactChanged': 'The change is saved.',
} satisfies Area<'dunning'>

export const contactHistory = {
  'audit.verb_contact_changed': 'somebody named for billing was changed',
} satisfies Area<'audit'>
