import { describe, expect, it } from 'vitest'
import { isAngry, isMisunderstoodAgain } from './mood.ts'

describe('anger', () => {
  it.each([
    'I am so angry right now',
    "I'm really fed up with this",
    'This is absolutely ridiculous',
    'you guys are thieves!!!',
    'Worst service I have ever had',
    'your terrible delivery again',
    'stop wasting my time',
    'I will report you',
    'THIS IS A SCAM',
    'Nimekasirika sana',
    'Nyinyi ni matapeli',
    'Huduma yenu ni mbovu kabisa',
    'Mmenidanganya',
    'mnanibeba ufala',
  ])('hears it: %s', (text) => expect(isAngry(text)).toBe(true))

  it.each([
    'Is this a scam or a real shop?',
    'I am not angry, just asking',
    'The last hotel was terrible, so I am looking for a good one',
    'Do you sell the game Angry Birds?',
    'My phone is broken, can you repair it?',
    'Siwezi kufika leo',
    'Bei ni ghali kidogo, mnaweza kupunguza?',
    'I want to report a fault',
    'How do I get my deposit back?',
    'Which is the worst month for rain?',
    'Wezi waliiba simu yangu, mnauza mpya?',
  ])('does not hear it where there is none: %s', (text) => expect(isAngry(text)).toBe(false))
})

describe('being misunderstood again', () => {
  const question = 'How long does delivery to Kisumu take?'

  it('is saying so twice', () => {
    expect(isMisunderstoodAgain('That is not what I asked', [question])).toBe(false)
    expect(isMisunderstoodAgain('You don’t understand me', [question, 'not what I meant'])).toBe(
      true,
    )
    expect(isMisunderstoodAgain('Bado hujanielewa', [question, 'Hunielewi'])).toBe(true)
  })

  it('is asking the same for the third time, however it is written', () => {
    const again = 'how long does delivery to kisumu take'
    expect(isMisunderstoodAgain(again, [question])).toBe(false)
    expect(isMisunderstoodAgain(again, [question, 'HOW LONG does delivery to Kisumu take??'])).toBe(
      true,
    )
  })

  it('is not a greeting said thrice, nor an old complaint that is over', () => {
    expect(isMisunderstoodAgain('hello', ['Hello', 'hello!'])).toBe(false)
    const over = ['not what I meant', 'you did not understand']
    expect(isMisunderstoodAgain('Thanks, and what does it cost?', over)).toBe(false)
  })
})
