import type {
  contactEdits as englishEdits,
  contactHistory as englishContactHistory,
  identity as english,
  identityErrors as englishErrors,
  identityHistory as englishHistory,
} from '../en/identity.ts'

export const identity: Record<keyof typeof english, string> = {
  'identity.open': 'Badilisha maelezo…',
  'identity.title': 'Maelezo ya {name}',
  'identity.lead': 'Jukwaa huipata kampuni kwa haya. Kila badiliko limo kwenye historia yake.',
  'identity.name': 'Jina la kampuni',
  'identity.nameHelp': 'Hubadilisha pia jina la kampuni lenyewe; anwani yake hubaki.',
  'identity.city': 'Mji',
  'identity.cityHelp': 'Orodha na maeneo ya mauzo huutumia.',
  'identity.cityNone': 'Haujulikani',
  'identity.rep': 'Mwakilishi wa mauzo',
  'identity.repHelp': 'Kamisheni za malipo yajayo ni zake; zilizoandikwa tayari hubaki.',
  'identity.repNone': 'Hakuna',
  'identity.noted': 'Maelezo yamehifadhiwa.',
}

export const identityHistory: Record<keyof typeof englishHistory, string> = {
  'admin.did_tenant_identity_changed': 'Maelezo ya kampuni yamebadilishwa',
}

export const identityErrors: Record<keyof typeof englishErrors, string> = {
  'errors.rep_not_found': 'Chagua mtu anayeuza kwa niaba ya jukwaa sasa.',
}

export const contactEdits: Record<keyof typeof englishEdits, string> = {
  'dunning.contactChange': 'Badilisha',
  'dunning.contactChangeOf': 'Badilisha {name}',
  'dunning.contactChanged': 'Badiliko limehifadhiwa.',
}

export const contactHistory: Record<keyof typeof englishContactHistory, string> = {
  'audit.verb_contact_changed': 'aliyetajwa kwa malipo amebadilishwa',
}
