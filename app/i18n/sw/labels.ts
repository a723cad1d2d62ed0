import type { labels as english } from '../en/labels.ts'

export const labels = {
  'labels.tags': 'Lebo',
  'labels.tagsLead':
    'Maneno yanayopanga mazungumzo na wateja. Vichujio, kanuni na ripoti huyatumia.',
  'labels.tagsNone': 'Hakuna lebo bado',
  'labels.tagsNoneLead': 'Anza na unachotafuta mara kwa mara: “VIP”, “Malalamiko”, “Harusi”.',
  'labels.newTag': 'Lebo mpya',
  'labels.editTag': 'Hariri lebo',
  'labels.tagDeleteTitle': 'Ufute lebo “{name}”?',
  'labels.tagDeleteLead':
    'Itaondolewa kwenye {count, plural, one {mazungumzo #} other {mazungumzo #}}. Mazungumzo yatabaki.',
  'labels.priorities': 'Vipaumbele',
  'labels.prioritiesLead':
    'Cha kwanza ndicho cha dharura zaidi. Malengo ya muda wa kujibu yanaweza kutofautiana kwa kila kipaumbele.',
  'labels.newPriority': 'Kipaumbele kipya',
  'labels.editPriority': 'Hariri kipaumbele',
  'labels.priorityDeleteTitle': 'Ufute kipaumbele “{name}”?',
  'labels.priorityDeleteLead': 'Mazungumzo yenye kipaumbele hiki yatarudi kwenye cha kawaida.',
  'labels.raise': 'Sogeza juu',
  'labels.raiseNamed': 'Sogeza juu: {name}',
  'labels.default': 'Cha kawaida',
  'labels.makeDefault': 'Mazungumzo mapya huanza na kipaumbele hiki',
  'labels.name': 'Jina',
  'labels.color': 'Rangi',
  'labels.used': 'Mazungumzo',
  'labels.add': 'Ongeza',
  'labels.color.neutral': 'Kijivu',
  'labels.color.accent': 'Rangi ya kampuni',
  'labels.color.good': 'Kijani',
  'labels.color.warn': 'Kahawia-njano',
  'labels.color.bad': 'Nyekundu',
  'labels.color.ai': 'Zambarau',
} satisfies Record<keyof typeof english, string>
