/**
 * The words that the behaviour score listens for, English and Swahili, written without accents
 * and in lower case. A word stands for itself; `*` at the end also takes longer forms.
 * Longer phrases come first: each stretch of text counts once.
 */
export const scoreWords = {
  buying: [
    ...['want to buy', 'like to buy', 'ready to buy', 'want to order', 'like to order'],
    ...['want to purchase', 'like to purchase', 'want to book', 'like to book', 'how do i pay'],
    ...['how can i pay', 'where do i pay', 'ready to pay', 'place an order', 'make an order'],
    ...['i will take', "i'll take", 'ill take', 'sign me up', 'deal done', 'add to cart'],
    ...['buy', 'buying', 'purchase', 'purchasing', 'order', 'ordering', 'checkout', 'reserve'],
    ...['book a', 'book the', 'book it', 'booking', 'pay', 'payment', 'deposit', 'invoice'],
    'subscribe',
    ...['nataka kununua', 'ningependa kununua', 'nataka kuagiza', 'ningependa kuagiza'],
    ...['weka oda', 'nitachukua', 'nachukua', 'nitanunua', 'nanunua', 'kununua', 'kuagiza'],
    ...['naagiza', 'nitaagiza', 'nilipe', 'nitalipa', 'nalipa', 'kulipa', 'malipo', 'oda'],
  ],
  price: [
    ...['how much', 'what does it cost', 'price*', 'pricing', 'cost', 'costs', 'rate', 'rates'],
    ...['quote', 'quotation', 'shilingi ngapi', 'pesa ngapi', 'ni ngapi', 'bei', 'gharama'],
  ],
  product: [
    ...['do you have', 'do you sell', 'do you stock', 'do you offer', 'have you got'],
    ...['is it available', 'are they available', 'available', 'availability', 'in stock'],
    ...['which colours', 'which colors', 'what colours', 'what colors', 'what sizes', 'which size'],
    ...[
      'which model',
      'tell me about',
      'details',
      'features',
      'warranty',
      'specs',
      'specifications',
    ],
    ...['mnauza', 'mnazo', 'mna', 'unauza', 'inapatikana', 'zinapatikana', 'yanapatikana'],
    ...['zipo', 'rangi gani', 'saizi gani', 'ukubwa gani', 'dhamana'],
  ],
  positive: [
    ...['thank you', 'thanks', 'great', 'perfect', 'excellent', 'awesome', 'amazing', 'love it'],
    ...['i love', 'i like', 'wonderful', 'sounds good', 'good deal', 'brilliant', 'nice'],
    ...['asante*', 'nzuri', 'vizuri', 'safi', 'poa', 'nimependa', 'napenda', 'nimefurahi', 'bora'],
    ...['sawa kabisa', 'barikiwa', 'shukran*'],
  ],
  objection: [
    ...['too expensive', 'very expensive', 'so expensive', 'expensive', 'too much', 'overpriced'],
    ...['not interested', 'no longer interested', "can't afford", 'cannot afford', 'cant afford'],
    ...['cheaper elsewhere', 'found cheaper', 'not worth', 'changed my mind', 'no longer need'],
    ...['ghali', 'bei ya juu', 'bei kali', 'sina pesa', 'sina hela', 'sitaki', 'sihitaji'],
    ...['siwezi kumudu', 'nimebadilisha nia', 'kuna rahisi', 'rahisi kwingine'],
  ],
} as const

export type WordList = keyof typeof scoreWords
