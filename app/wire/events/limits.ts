/** Streams one member may hold: tabs and devices. More are refused, and the page tries later. */
export const STREAMS_PER_MEMBER_MAX = 12
/** A signal is followed by a short pause, so that a burst of writes is read once. */
export const GATHER_MS = 40
/** An ended session, a lost role or a suspended company ends the stream within this time. */
export const SESSION_CHECK_MS = 3_000
/** Proxies close silent connections. */
export const HEARTBEAT_MS = 15_000
/** The browser's own wait before it connects again, where our script does not decide. */
export const RETRY_MS = 2_000
/** A page this many changes behind reloads what it shows instead of hearing of each. */
export const CATCH_UP_MAX = 1_000
/** Bytes a slow reader may leave waiting before it is cut off. */
export const BACKLOG_BYTES_MAX = 256 * 1024
