import type { Area } from '../translate.ts'

export const sla = {
  'sla.settings': 'Reply times',
  'sla.settingsTitle': 'What you promise',
  'sla.settingsLead':
    'Minutes of opening hours; nights and holidays do not count. Empty promises nothing. Colleagues are warned when four fifths of the time are gone.',
  'sla.enabled': 'Keep reply times',
  'sla.enabledHelp':
    'Clocks start with the customer’s next message. Turning it off ends all that run.',
  'sla.aiReplies': 'The assistant’s answers count as replies',
  'sla.aiRepliesHelp':
    'Off: only a colleague’s reply stops the clock. Handing over to a colleague never does.',
  'sla.priority': 'Priority',
  'sla.minutesFor': '{kind}, {priority}, minutes',
  'sla.minutes': 'min',
  'sla.pauses':
    'The time to resolve stands still while a conversation is snoozed or waits for the customer. A reply that is owed does not.',
  'sla.kind.first_reply': 'First reply',
  'sla.kind.next_reply': 'Next reply',
  'sla.kind.resolution': 'Resolution',
  'sla.due': '{kind} due {time}',
  'sla.overdue': '{kind} overdue since {time}',
  'sla.late': 'Late',
  'sla.left.minutes': '{count} min',
  'sla.left.hours': '{count} h',
  'sla.left.days': '{count} d',
  'sla.event.breached': 'Promised time missed: {kind}',

  'sla.report': 'Promised times',
  'sla.reportLead': 'Replies and ends that came later than promised, newest first.',
  'sla.kept': 'Kept on time',
  'sla.keptOf': '{kept} of {total}',
  'sla.missed': 'Missed',
  'sla.none': 'Nothing was late',
  'sla.noneLead': 'When a promised time is missed, it stands here.',
  'sla.off': 'Reply times are not kept yet.',
  'sla.setUp': 'Set them up',
  'sla.anyKind': 'Any promise',
  'sla.anyPriority': 'Any priority',
  'sla.what': 'What',
  'sla.customer': 'Customer',
  'sla.whose': 'Whose',
  'sla.wasDue': 'Was due',
  'sla.lateBy': 'Late by',
  'sla.stillOpen': 'Still owed',
  'sla.search': 'Search customers',
} satisfies Area<'sla'>
