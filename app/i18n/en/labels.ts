import type { Area } from '../translate.ts'

export const labels = {
  'labels.tags': 'Tags',
  'labels.tagsLead':
    'Words that sort conversations and contacts. Filters, rules and reports use them.',
  'labels.tagsNone': 'No tags yet',
  'labels.tagsNoneLead': 'Start with what you often look for: “VIP”, “Complaint”, “Wedding”.',
  'labels.newTag': 'New tag',
  'labels.editTag': 'Edit tag',
  'labels.tagDeleteTitle': 'Delete the tag “{name}”?',
  'labels.tagDeleteLead':
    'It is taken off {count, plural, one {# conversation} other {# conversations}}. The conversations stay.',
  'labels.priorities': 'Priorities',
  'labels.prioritiesLead':
    'The first is the most urgent. Reply-time goals can differ per priority.',
  'labels.newPriority': 'New priority',
  'labels.editPriority': 'Edit priority',
  'labels.priorityDeleteTitle': 'Delete the priority “{name}”?',
  'labels.priorityDeleteLead': 'Conversations that have it fall back to the default.',
  'labels.raise': 'Move up',
  'labels.raiseNamed': 'Move up: {name}',
  'labels.default': 'Default',
  'labels.makeDefault': 'New conversations start with this priority',
  'labels.name': 'Name',
  'labels.color': 'Colour',
  'labels.used': 'Conversations',
  'labels.add': 'Add',
  'labels.color.neutral': 'Grey',
  'labels.color.accent': 'Company colour',
  'labels.color.good': 'Green',
  'labels.color.warn': 'Amber',
  'labels.color.bad': 'Red',
  'labels.color.ai': 'Violet',
} satisfies Area<'labels'>
