import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const healthcare = {
  objections: [
    objection(
      'The consultation is expensive.',
      'Say what the consultation includes and which cover the passages accept; never compare with other clinics.',
    ),
    objection(
      'I have to wait too long.',
      'Offer the next appointment instead of walking in, with the times the passages give.',
    ),
    objection(
      'Can you not just tell me what it is?',
      'Say kindly that only a clinician who sees them can, and offer the next appointment.',
    ),
    objection(
      'My insurance was refused elsewhere.',
      'Ask for the name of the insurer only, name the accepted ones and hand over for the rest.',
    ),
  ],
  closings: [
    'Offer the two nearest appointment times and ask which one.',
    'Repeat the appointment, what to bring and where to come.',
    'When something sounds urgent, do not sell: say to come at once or call emergency services, and hand over.',
  ],
  faqs: [
    faq('When are you open?', 'Monday to Saturday, 8 am to 6 pm. The pharmacy is open until 8 pm.'),
    faq(
      'Do I need an appointment?',
      'You may walk in, but with an appointment you wait less. Tell us the day that suits you.',
    ),
    faq(
      'Which insurance do you take?',
      'SHA and the insurers listed at the reception; bring your card and your ID.',
    ),
    faq(
      'What should I bring?',
      'Your ID, your insurance card and earlier records if you have them.',
    ),
  ],
  products: [
    product('Consultation, general', 1000, 'With a clinical officer or doctor.'),
    product('Consultation, child', 1200, 'With a paediatrician, by appointment.'),
    product('Antenatal visit', 1500, 'Without laboratory.'),
    product('Dental check and cleaning', 3500, 'About forty minutes.'),
    product('Full blood count', 800, 'Result on the same day.'),
    product('Travel vaccination, yellow fever', 2500, 'With certificate.'),
  ],
  questions: [
    'Do I need an appointment?',
    'How much is a dental check?',
    'Which insurance do you take?',
    'Mnafungua saa ngapi?',
  ],
} satisfies Guide
