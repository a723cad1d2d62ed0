import type { MessageKey } from './translate.ts'

type FailureKey = Extract<MessageKey, `channels.failure.${string}`>

const key = <Name extends string>(name: Name) => `channels.failure.${name}` as const

const BY_CODE: Record<string, FailureKey> = {
  ...{ '0': key('credentials'), '190': key('credentials'), '401': key('credentials') },
  ...{ '3': key('permission'), '10': key('permission'), '131005': key('permission') },
  ...{ '4': key('rate'), '80007': key('rate'), '130429': key('rate'), '133016': key('rate') },
  ...{ '429': key('rate'), '131056': key('pair'), '131048': key('spam'), '131049': key('cap') },
  ...{ '368': key('policy'), '131031': key('locked'), '130497': key('country') },
  ...{ '131047': key('window'), '131026': key('undeliverable'), '131021': key('self') },
  ...{ '131051': key('unsupported'), '131052': key('file'), '131053': key('file') },
  ...{ '33': key('invalid'), '100': key('invalid'), '131008': key('invalid') },
  ...{ '131009': key('invalid'), '132000': key('template'), '132001': key('template') },
  ...{ '132005': key('template'), '132007': key('template'), '132012': key('template') },
  ...{ '132015': key('templatePaused'), '132016': key('templatePaused') },
  ...{ '1': key('passing'), '2': key('passing'), '131000': key('passing') },
  ...{ '131016': key('passing'), '131057': key('passing') },
  ...{ ECONNREFUSED: key('unreachable'), ENOTFOUND: key('unreachable') },
  ...{ EAI_AGAIN: key('unreachable'), UND_ERR_CONNECT_TIMEOUT: key('unreachable') },
  ...{ superseded: key('superseded'), no_address: key('noAddress') },
  endpoint_removed: key('removed'),
}

/**
 * Why a message was not sent, in the reader's language; undefined for a code nobody put into
 * words, where the stored reason says it.
 */
export function failureKey(code: string | null): FailureKey | undefined {
  return code === null ? undefined : BY_CODE[code]
}
