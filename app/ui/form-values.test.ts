import { expect, test } from 'vitest'
import { toFormValues } from './form-values.ts'

test('keeps what was typed and leaves out files and secrets', () => {
  const form = new FormData()
  form.set('email', ' asha@example.com ')
  form.set('remember', 'on')
  form.set('password', 'correct horse')
  form.set('logo', new Blob(['x']), 'logo.png')
  expect(toFormValues(form, ['password'])).toEqual({
    email: ' asha@example.com ',
    remember: 'on',
  })
})
