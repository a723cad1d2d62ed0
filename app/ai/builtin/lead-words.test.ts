import { expect, test } from 'vitest'
import { addDays } from '#app/domain/company/wall-time.ts'
import { findAmount, findCount, findDay } from './lead-words.ts'

test.each([
  ['my budget is 1,200,000', '1200000'],
  ['around kes 800k', '800000'],
  ['1.2m tops', '1200000'],
  ['nina elfu 50', '50000'],
  ['bajeti milioni 2', '2000000'],
  ['30% now', undefined],
  ['my budget for the demio 2016 is 1.1m', '1100000'],
  ['for 4 people', undefined],
  ['spend 15000 on 2 rooms', '15000'],
])('the amount in “%s” is %s', (text, amount) => expect(findAmount(text)).toBe(amount))

test.each([
  ['two adults and one child of 5', ['adult*'], '2'],
  ['two adults and one child of 5', ['child', 'children'], '1'],
  ['a group of 24 teachers', ['teachers'], '24'],
  ['tuko watu 12', ['watu'], '12'],
  ['how many people fit?', ['people'], undefined],
])('“%s” counts %j as %s', (text, words, count) => expect(findCount(text, words)).toBe(count))

// 2026-11-20 is a Friday.
test.each([
  ['on 2026-12-24', '2026-12-24'],
  ['24/12/2026', '2026-12-24'],
  ['the 3rd of december', '2026-12-03'],
  ['on 3 march', '2027-03-03'],
  ['tomorrow please', '2026-11-21'],
  ['tutakuja kesho', '2026-11-21'],
  ['friday to sunday', '2026-11-27'],
  ['jumamosi', '2026-11-21'],
  ['i want to book', undefined],
])('“%s” is the day %s', (text, day) => expect(findDay(text, '2026-11-20', addDays)).toBe(day))
