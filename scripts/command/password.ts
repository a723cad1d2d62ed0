import { readFileSync } from 'node:fs'
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import { Refusal } from './command.ts'

/**
 * The password of a flag, or of standard input so that it stands in no process list.
 *
 * @throws Refusal when there is none or it is too short
 */
export function readPassword(flag: string | undefined, fromStdin: boolean | undefined): string {
  const password = fromStdin ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : (flag ?? '')
  if (password.length < PASSWORD_LENGTH_MIN) {
    throw new Refusal('weak_password', `A password has at least ${PASSWORD_LENGTH_MIN} characters`)
  }
  if (password.length > PASSWORD_LENGTH_MAX) {
    throw new Refusal('weak_password', `A password has at most ${PASSWORD_LENGTH_MAX} characters`)
  }
  return password
}
