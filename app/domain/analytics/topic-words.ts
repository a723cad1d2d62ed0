/**
 * What customers write about and how they feel, by their words: English and Swahili, lower case,
 * without accents; `*` at the end also takes longer forms. Where two topics are named equally
 * often, the earlier one counts: a complaint about a delivery is a complaint.
 */
export const inquiryWords = {
  complaint: [
    ...['complain*', 'complaint*', 'not working', 'does not work', "doesn't work", 'broken'],
    ...['damaged', 'faulty', 'defective', 'wrong item', 'never arrived', 'not arrived', 'scam'],
    ...[
      'still waiting',
      'no one answers',
      'rude',
      'terrible',
      'worst',
      'disappointed',
      'unacceptable',
    ],
    ...['malalamiko', 'nalalamika', 'kulalamika', 'haifanyi kazi', 'imeharibika', 'mbovu'],
    ...['imevunjika', 'haijafika', 'bado nasubiri', 'utapeli', 'hamjibu'],
  ],
  refund: [
    ...[
      'refund*',
      'money back',
      'return it',
      'return the',
      'exchange it',
      'cancel my',
      'cancel the',
    ],
    ...[
      'cancellation',
      'rudisha pesa',
      'rudishieni',
      'kurudisha',
      'kughairi',
      'ghairi',
      'batilisha',
    ],
  ],
  booking: [
    ...['book', 'booking', 'reserve', 'reservation', 'appointment*', 'schedule', 'test drive'],
    ...[
      'check in',
      'check-in',
      'check out',
      'nights',
      'weka nafasi',
      'kuhifadhi',
      'miadi',
      'usiku',
    ],
  ],
  order: [
    ...[
      'order',
      'ordering',
      'buy',
      'buying',
      'purchase',
      'i will take',
      "i'll take",
      'add to cart',
    ],
    ...['agiza', 'kuagiza', 'naagiza', 'nunua', 'kununua', 'nataka kununua', 'nitachukua', 'oda'],
  ],
  payment: [
    ...[
      'pay',
      'payment*',
      'paid',
      'mpesa',
      'm-pesa',
      'till number',
      'paybill',
      'invoice*',
      'receipt*',
    ],
    ...[
      'deposit',
      'instalment*',
      'installment*',
      'financing',
      'loan',
      'lipa',
      'kulipa',
      'nimelipa',
    ],
    ...['malipo', 'risiti', 'mkopo', 'rehani'],
  ],
  delivery: [
    ...[
      'deliver*',
      'shipping',
      'ship',
      'courier',
      'track',
      'tracking',
      'pick up',
      'pickup',
      'parcel',
    ],
    ...['leteni', 'kuleta', 'usafirishaji', 'mzigo', 'utoaji', 'kufikisha'],
  ],
  price: [
    ...['how much', 'price*', 'pricing', 'cost', 'costs', 'rate', 'rates', 'quote', 'quotation'],
    ...[
      'discount*',
      'offer',
      'cheaper',
      'shilingi ngapi',
      'pesa ngapi',
      'ni ngapi',
      'bei',
      'gharama',
    ],
    'punguzo',
  ],
  availability: [
    ...['available', 'availability', 'in stock', 'do you have', 'do you sell', 'do you stock'],
    ...[
      'have you got',
      'any left',
      'inapatikana',
      'zinapatikana',
      'mnauza',
      'mnazo',
      'ipo',
      'zipo',
    ],
  ],
  place_and_hours: [
    ...['where are you', 'located', 'location', 'address', 'directions', 'open', 'opening hours'],
    ...['what time', 'close', 'branch', 'mko wapi', 'mahali', 'mnafungua', 'mnafunga', 'saa ngapi'],
  ],
  help: [
    ...['how do i', 'how can i', 'how to', 'help', 'problem', 'issue', 'error', 'repair*', 'fix'],
    ...[
      'warranty',
      'service',
      'install*',
      'set up',
      'setup',
      'nisaidie',
      'msaada',
      'tatizo',
      'shida',
    ],
    ...['tengeneza', 'rekebisha', 'dhamana', 'vipi'],
  ],
} as const

export type InquiryType = keyof typeof inquiryWords | 'other'

export const feelingWords = {
  positive: [
    ...['thank you', 'thanks', 'great', 'perfect', 'excellent', 'awesome', 'amazing', 'love it'],
    ...['i love', 'i like', 'wonderful', 'brilliant', 'good job', 'well done', 'happy', 'helpful'],
    ...['asante*', 'nzuri', 'vizuri', 'safi', 'poa', 'nimependa', 'napenda', 'nimefurahi', 'bora'],
    ...['barikiwa', 'shukran*'],
  ],
  negative: [
    ...['bad', 'terrible', 'worst', 'awful', 'horrible', 'angry', 'disappoint*', 'useless', 'rude'],
    ...['unhappy', 'not happy', 'not good', 'too slow', 'broken', 'scam', 'never again', 'annoy*'],
    ...['complain*', 'not working', 'too expensive', 'wrong', 'waste', 'frustrat*', 'unacceptable'],
    ...['mbaya', 'vibaya', 'hovyo', 'nimechoka', 'nimekasirika', 'mbovu', 'aibu', 'utapeli'],
    ...['sijaridhika', 'hamjali', 'shida', 'ghali', 'siridhiki'],
  ],
} as const
