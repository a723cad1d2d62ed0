import type { MessageValues } from './format-message.ts'

/** What an alert is about, as it is stored. */
export type AlertFacts = { kind: string; subject: string; company: string | null; value: number }

type Words = { key: AlertKey; values: MessageValues }
type AlertKey =
  | 'alerts.say_error_rate'
  | 'alerts.say_low_activity'
  | 'alerts.say_limit_near'
  | 'alerts.say_payment_failed'
  | 'alerts.say_backup_old'
  | 'alerts.say_replication_lag'
  | 'alerts.say_failed_jobs'
  | 'alerts.say_certificate_ending'
  | 'alerts.say_certificate'
  | 'alerts.say_other'

const percent = (share: number) => Math.round(share * 1_000) / 10

/**
 * The sentence of an alert, for pages and mails alike.
 *
 * @param measure the name of what a limit is about, in the reader's language
 */
export function alertWords(
  { kind, subject, company, value }: AlertFacts,
  measure: (name: string) => string,
): Words {
  const who = { company: company ?? '–' }
  const count = Math.round(value)
  const words: Record<string, Words> = {
    error_rate: { key: 'alerts.say_error_rate', values: { percent: percent(value) } },
    low_activity: {
      key: 'alerts.say_low_activity',
      values: { ...who, percent: percent(value) },
    },
    limit_near: {
      key: 'alerts.say_limit_near',
      values: { ...who, percent: percent(value), what: measure(subject.split(':')[1] ?? '') },
    },
    payment_failed: { key: 'alerts.say_payment_failed', values: { ...who, count } },
    backup_old: { key: 'alerts.say_backup_old', values: { count } },
    replication_lag: { key: 'alerts.say_replication_lag', values: { count } },
    failed_jobs: { key: 'alerts.say_failed_jobs', values: { count, job: subject } },
    certificate: {
      key: count > 0 ? 'alerts.say_certificate_ending' : 'alerts.say_certificate',
      values: { host: subject, count },
    },
  }
  return words[kind] ?? { key: 'alerts.say_other', values: { kind } }
}
