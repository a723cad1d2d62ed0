const MARK = /^reminder:(\d{1,15})$/

/** What a reminder carries to WhatsApp and back, so that early news find their row. */
export const reminderMark = {
  write: (messageId: number) => `reminder:${messageId}`,
  read: (data: string | undefined) => {
    const id = MARK.exec(data ?? '')?.[1]
    return id === undefined ? undefined : Number(id)
  },
}
