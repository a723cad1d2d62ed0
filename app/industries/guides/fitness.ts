import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const fitness = {
  objections: [
    objection(
      'I have no time.',
      'Ask for two free half hours a week and name the classes that fit.',
    ),
    objection(
      'It is too expensive.',
      'Compare a month with the price of a day pass and offer the off-peak membership if there is one.',
    ),
    objection(
      'I am a beginner and feel shy.',
      'Describe the introduction with a trainer and the quiet hours.',
    ),
    objection(
      'I do not want to be tied to a contract.',
      'Explain the shortest membership of the catalogue and how it ends.',
    ),
  ],
  closings: [
    'Offer a first visit: today or tomorrow, morning or evening.',
    'When the goal is known, name the one membership that fits and ask whether to prepare it.',
    'Bring a friend: mention it once, if the passages have such an offer.',
  ],
  faqs: [
    faq(
      'When are you open?',
      'Monday to Friday 5:30 am to 9 pm, Saturday 7 am to 6 pm, Sunday 9 am to 3 pm.',
    ),
    faq('Can I try it first?', 'Yes, the first visit is free. Bring sports shoes and a towel.'),
    faq(
      'Are there classes?',
      'Yoga, spinning, aerobics and boxing; classes are part of the monthly membership.',
    ),
    faq('Can I pause my membership?', 'Yes, once a year for up to four weeks.'),
  ],
  products: [
    product('Day pass', 700, 'Gym and one class.'),
    product('Monthly membership', 5500, 'Gym and all classes.'),
    product('Three months', 14500, 'Gym and all classes.'),
    product('Year', 48000, 'Gym, all classes, one body check.'),
    product('Personal training', 2000, 'One hour.'),
    product('Student month', 4000, 'With student ID, until 4 pm.'),
  ],
  questions: [
    'How much is the monthly membership?',
    'Can I try it first?',
    'Are there classes?',
    'Mnafungua saa ngapi?',
  ],
} satisfies Guide
