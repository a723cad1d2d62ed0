import type { Area } from '../translate.ts'

export const visits = {
  'visits.lead': 'The last ten. What was opened stands in the company’s history.',
  'visits.end': 'End session',
  'visits.end_user': 'Left',
  'visits.end_company': 'Ended by the company',
  'visits.end_platform': 'Ended by the platform',
  'visits.end_time': 'Time was up',
  'visits.noteEnded': 'The session has ended. The company’s owners are told.',
  'visits.overByCompany': 'Somebody of the company ended it.',
  'visits.overByPlatform':
    'The platform ended it, or you may not look into this company any more. The company’s owners were told.',
} satisfies Area<'visits'>

export const visitErrors = {
  'errors.visit_over': 'That session was over already.',
} satisfies Area<'errors'>
