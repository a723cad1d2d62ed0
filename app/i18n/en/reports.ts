import type { Area } from '../translate.ts'

export const reports = {
  'reports.title': 'Reports',
  'reports.lead': 'Every figure leads to the rows it counts.',
  'reports.tabs': 'Reports',
  'reports.overview': 'Overview',
  'reports.hours': 'Peak hours',
  'reports.funnel': 'Funnel',
  'reports.times': 'Reply times',
  'reports.team': 'Team',
  'reports.channels': 'Channels',
  'reports.products': 'Products',
  'reports.assistant': 'Assistant',
  'reports.topics': 'Topics',
} satisfies Area<'reports'>
