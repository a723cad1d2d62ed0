export type ConsentWord = {
  state: 'granted' | 'withdrawn'
  /** * is everything that is sent automatically */
  category: '*' | 'marketing'
  language: 'en' | 'sw'
}

/** A longer message is a conversation, whatever words are in it. */
const CHARS_MAX = 60
/** Politeness around the word changes nothing. */
const POLITE = new Set([
  ...['please', 'pls', 'plz', 'now', 'kindly', 'thanks'],
  ...['tafadhali', 'sasa', 'naomba', 'naombeni', 'tena', 'asante'],
])

// "Cancel" is left out: here it is about an order or a booking.
const words: Record<string, ConsentWord> = {
  ...entries('withdrawn', '*', 'en', [
    ...[
      'stop',
      'stopall',
      'stop all',
      'stop it',
      'unsubscribe',
      'optout',
      'opt out',
      'quit',
      'end',
    ],
    ...['stop messages', 'stop texting me', 'stop messaging me', 'remove me', 'revoke'],
    ...['no more messages', 'do not message me', 'dont message me', 'stop sending me messages'],
  ]),
  ...entries('withdrawn', '*', 'sw', [
    ...['acha', 'acheni', 'acha kutuma', 'sitisha', 'koma', 'komesha', 'ondoa', 'niondoe'],
    ...['nitoe', 'jitoe', 'jiondoe', 'simamisha', 'usinitumie', 'msinitumie', 'acha ujumbe'],
    ...['usinitumie ujumbe', 'msinitumie ujumbe', 'sitaki ujumbe', 'acha kunitumia ujumbe'],
    ...['acheni kunitumia ujumbe', 'acheni kutuma', 'acheni ujumbe', 'acheni kunitumia'],
  ]),
  ...entries('withdrawn', 'marketing', 'en', ['stop promotions', 'stop offers', 'stop ads']),
  ...entries('withdrawn', 'marketing', 'sw', ['acha matangazo', 'sitaki matangazo']),
  ...entries('granted', '*', 'en', ['start', 'unstop', 'subscribe', 'resume', 'opt in', 'optin']),
  ...entries('granted', '*', 'sw', ['anza', 'anzisha', 'jiunge', 'niunge', 'nirudishe', 'endelea']),
}

/**
 * Whether a whole message is a customer's yes or no to automatic messages. Case, punctuation
 * and politeness do not matter; one more word of content does.
 */
export function findConsentWord(text: string | null | undefined): ConsentWord | undefined {
  if (!text || text.length > CHARS_MAX) return undefined
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !POLITE.has(word))
    .join(' ')
  return Object.hasOwn(words, plain) ? words[plain] : undefined
}

function entries(
  state: ConsentWord['state'],
  category: ConsentWord['category'],
  language: ConsentWord['language'],
  spellings: string[],
): Record<string, ConsentWord> {
  return Object.fromEntries(spellings.map((word) => [word, { state, category, language }]))
}
