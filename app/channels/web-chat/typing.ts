import { EventEmitter } from 'node:events'

const emitter = new EventEmitter().setMaxListeners(0)

/** Tells a visitor's open page, in this process, that an answer is coming. Lost without harm. */
export function signalTyping(endpointKey: string, externalId: string): void {
  emitter.emit(`${endpointKey} ${externalId}`)
}

/** @returns a function that stops listening */
export function onTyping(endpointKey: string, externalId: string, listener: () => void) {
  const name = `${endpointKey} ${externalId}`
  emitter.on(name, listener)
  return () => void emitter.off(name, listener)
}
