import type { Area } from '../translate.ts'

export const duplicates = {
  'duplicates.title': 'Likely duplicates',
  'duplicates.lead': 'Contacts that look like one person. Nothing is merged until you say so.',
  'duplicates.empty': 'No likely duplicates',
  'duplicates.emptyLead':
    'Contacts with the same number, e-mail or a very similar name would stand here.',
  'duplicates.reason.phone': 'Same phone number',
  'duplicates.reason.email': 'Same e-mail',
  'duplicates.reason.name': 'Very similar name and number',
  'duplicates.compare': 'Compare and merge',
  'duplicates.distinct': 'Two people',
  'duplicates.mergeTitle': 'Merge two contacts',
  'duplicates.mergeLead':
    'Choose what stays. Conversations, tags, notes, sales and leads of both are kept. You can undo it for 30 days.',
  'duplicates.merge': 'Merge',
  'duplicates.mergedBoth': 'From both',
  'duplicates.nothing': 'nothing',
  'duplicates.find': 'Merge with another contact',
  'duplicates.findLead': 'Find the other contact by name, number or e-mail.',
  'duplicates.undo': 'Undo merge',
  'duplicates.undoUntil': 'Can be undone until {date}',
  'duplicates.mergedTitle': 'Merged in',
  'duplicates.automatic': 'recognised by its number',
  'duplicates.eventMerged': '{name} merged another conversation into this one',
  'duplicates.conversationTitle': 'Merge conversations',
  'duplicates.conversationLead':
    'Messages of both stand in the order of their time. You can undo it for 30 days.',
  'duplicates.conversationMerge': 'Merge with the next one',
  'duplicates.counts':
    '{conversations, plural, one {# conversation} other {# conversations}}, {sales, plural, one {# sale} other {# sales}}',
  'duplicates.swap': 'Keep the other one',
  'duplicates.headKeep': 'Stays',
  'duplicates.headGone': 'Is merged in',
} satisfies Area<'duplicates'>
