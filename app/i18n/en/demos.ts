import type { Area } from '../translate.ts'

export const demos = {
  'demos.title': 'Demo',
  'demos.lead':
    'A company of this trade with made-up customers, conversations and products, for 14 days.',
  'demos.make': 'Make a demo',
  'demos.made': 'The demo is being made.',
  'demos.making': 'Filling the demo',
  'demos.refresh': 'See how far it is',
  'demos.failed': 'The demo could not be filled.',
  'demos.again': 'Try again',
  'demos.open': 'Open the demo',
  'demos.link': 'Link for the client',
  'demos.until': 'There until',
  'demos.extend': '14 days more',
  'demos.extended': 'The demo stays longer.',
  'demos.end': 'End it',
  'demos.endTitle': 'End the demo of {name}?',
  'demos.endLead': 'All of it is erased now, also what was changed in it.',
  'demos.ended': 'The demo has ended and is being erased.',
  'demos.convert': 'Make it a company',
  'demos.convertLead':
    'Its people and conversations were made up and stay behind. What you tick comes along.',
  'demos.convertBegin': 'Set it up',
  'demos.keep_catalogue': 'Products',
  'demos.keep_faqs': 'Questions and answers',
  'demos.keep_look': 'Colour and logo',
  'demos.carries': 'Comes from the demo: {parts}.',
  'demos.banner':
    'This is a demo: customers and conversations are made up, and nothing leaves it. It is there until',
  'demos.doorTitle': 'Try Baraza',
  'demos.doorLead':
    'A company with made-up customers to look around in, until {day}. Nothing you do reaches anybody.',
  'demos.doorOpen': 'Look around',
  'demos.meetings': 'Demos agreed on',
  'demos.meetingPlan': 'Agree on a demo',
  'demos.meetingTitle': 'Demo for {name}',
  'demos.meetingWhen': 'When',
  'demos.meetingZone': 'Nairobi time.',
  'demos.meetingMinutes': 'Minutes',
  'demos.meetingPlace': 'Place, or link of the call',
  'demos.meetingPeople': 'Who comes',
  'demos.meetingPeopleHelp': 'E-mail addresses; each gets a calendar file, and you too.',
  'demos.meetingNote': 'Note for everybody',
  'demos.meetingSend': 'Send the invitation',
  'demos.meetingMove': 'Save and tell everybody',
  'demos.meetingChange': 'Change',
  'demos.meetingChangeThis': 'Change this demo',
  'demos.meetingCancel': 'Call off',
  'demos.meetingCancelTitle': 'Call this demo off?',
  'demos.meetingCancelLead': 'Everybody gets a mail that takes it out of the calendar.',
  'demos.meetingOff': 'called off',
  'demos.meetingAction': 'Demo',
  'demos.meetingPlanned': 'Agreed. The invitation is on its way.',
  'demos.meetingMoved': 'Saved. Everybody is told.',
  'demos.meetingCancelled': 'Called off. Everybody is told.',
  'demos.jobFill': 'Filling a demo',
  'demos.jobExpire': 'Ending a demo',
} satisfies Area<'demos'>

export const demoErrors = {
  'errors.meeting_past': 'Choose a time to come.',
  'errors.meeting_over': 'It was called off already.',
  'errors.too_many_people': 'Ten people at most.',
  'errors.demo_not_made': 'The demo could not be made. Try again in a moment.',
  'errors.demo_too_long': 'A demo stays 60 days at most.',
  'errors.is_demo': 'A demo pays nothing. Set up a company instead.',
} satisfies Area<'errors'>

export const demoHistory = {
  'admin.did_demo_made': 'Demo made',
  'admin.did_demo_extended': 'Demo extended',
  'admin.did_demo_ended': 'Demo ended',
  'admin.did_demo_expired': 'Demo expired',
} satisfies Area<'admin'>

export const demoMail = {
  'mail.meetingSubject_planned': 'Demo of Baraza for {name}: {when}',
  'mail.meetingSubject_moved': 'Changed: demo of Baraza for {name}, {when}',
  'mail.meetingSubject_cancelled': 'Called off: demo of Baraza for {name}, {when}',
  'mail.meetingLead_planned': '{sender} shows Baraza to {name} on {when} (Nairobi time).',
  'mail.meetingLead_moved':
    'The demo of Baraza for {name} with {sender} is now on {when} (Nairobi time).',
  'mail.meetingLead_cancelled':
    'The demo of Baraza for {name} with {sender} on {when} does not take place.',
  'mail.meetingPlace': 'Place: {place}',
  'mail.meetingJoin': 'Join the call',
  'mail.meetingFile': 'The file that comes with this mail puts it into your calendar.',
  'mail.meetingFileGone': 'The file that comes with this mail takes it out of your calendar.',
} satisfies Area<'mail'>
