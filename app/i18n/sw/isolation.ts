import type { isolation as english } from '../en/isolation.ts'

export const isolation: Record<keyof typeof english, string> = {
  'isolation.title': 'Ukaguzi wa utengano',
  'isolation.short': 'Utengano',
  'isolation.lead':
    'Faili ya kila kampuni hufunguliwa kwa kusoma tu na kukaguliwa: ni ya nani, kama ni nzima, na nini kinadai kuwa chake.',
  'isolation.run': 'Kagua kila faili sasa',
  'isolation.started':
    'Kila faili inaangaliwa, moja baada ya nyingine. Hakuna kampuni inayosubiri.',
  'isolation.underWay': 'Faili {done} kati ya {all} zimeangaliwa.',
  'isolation.broken': '{count, plural, one {Jambo # limegunduliwa} other {Mambo # yamegunduliwa}}.',
  'isolation.whole':
    '{count, plural, one {Faili # ni nzima} other {Faili # ni nzima}} na mahali pake.',
  'isolation.by': 'na {name}',
  'isolation.none': 'Hakuna kilichogunduliwa',
  'isolation.never': 'Hakuna faili iliyokaguliwa bado',
  'isolation.noneLead': 'Ukaguzi huohuo kwa amri: npm run -s tenant:audit.',
  'isolation.finding': 'Kilichogunduliwa',
  'isolation.informs': 'Taarifa tu',
  'isolation.subject': 'Nini',
  'isolation.detail': 'Maelezo',
  'isolation.kind_wrong_owner': 'Faili ni ya mwingine',
  'isolation.kind_damaged': 'Faili imeharibika',
  'isolation.kind_unreadable': 'Faili haisomeki',
  'isolation.kind_schema_behind': 'Muundo ni wa zamani kuliko toleo hili',
  'isolation.kind_schema_newer': 'Muundo ni mpya kuliko toleo hili',
  'isolation.kind_orphans': 'Safu zinaelekeza kwa safu zisizokuwepo',
  'isolation.kind_row_without_file': 'Kampuni bila faili',
  'isolation.kind_file_without_row': 'Faili bila kampuni',
  'isolation.kind_endpoint_twice': 'Njia moja katika kampuni mbili',
  'isolation.kind_directory_mismatch': 'Orodha na faili havikubaliani',
  'isolation.kind_key_missing': 'Hakuna ufunguo wa siri za kampuni',
  'isolation.kind_key_unusable': 'Ufunguo wa kampuni haufungui',
  'isolation.kind_phone_shared': 'Simu inayojulikana na kampuni kadhaa',
}
