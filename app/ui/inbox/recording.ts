/** What browsers record, the most welcome first: Opus in an Ogg or a WebM, else what they have. */
const TYPES = [
  'audio/ogg;codecs=opus',
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=opus',
  'audio/mp4',
]
const BITS_PER_SECOND = 32_000
const SLICE_MS = 1_000
export const RECORDING_MINUTES_MAX = 15

export type RecordingProblem = 'denied' | 'no_device' | 'failed' | 'unsupported'

export type Recording = {
  mimeType: string
  pause: () => void
  resume: () => void
  /** how long it is so far, pauses left out */
  lengthMs: () => number
  /** 0..1, how loud it is now */
  level: () => number
  /** ends it. @returns the sound, undefined when there is none */
  stop: () => Promise<File | undefined>
  /** ends it and forgets the sound */
  discard: () => void
}

/** Whether this browser can record on this page at all. */
export function canRecord(): boolean {
  // On a page that is not secure there are no devices at all, whatever the types say.
  return typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator
}

/** Asks for the microphone and begins. */
export async function startRecording(): Promise<Recording | { problem: RecordingProblem }> {
  if (!canRecord()) return { problem: 'unsupported' }
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  if (!mimeType) return { problem: 'unsupported' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    })
    return record(stream, mimeType)
  } catch (error) {
    return { problem: toProblem(error) }
  }
}

function record(stream: MediaStream, mimeType: string): Recording {
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && parts.push(data))
  const stopped = new Promise<void>((resolve) =>
    recorder.addEventListener('stop', () => resolve(), { once: true }),
  )
  const meter = measure(stream)
  let before = 0
  let since = performance.now()
  recorder.start(SLICE_MS)
  const lengthMs = () => before + (recorder.state === 'recording' ? performance.now() - since : 0)
  const end = () => {
    before = lengthMs()
    if (recorder.state !== 'inactive') recorder.stop()
    stream.getTracks().forEach((track) => track.stop())
    meter.close()
  }
  return {
    mimeType,
    lengthMs,
    level: meter.level,
    pause: () => {
      before = lengthMs()
      recorder.pause()
    },
    resume: () => {
      since = performance.now()
      recorder.resume()
    },
    stop: async () => {
      end()
      await stopped
      const type = mimeType.split(';')[0] as string
      const sound = new Blob(parts, { type })
      return sound.size > 0 ? new File([sound], `voice.${type.split('/')[1]}`, { type }) : undefined
    },
    discard: end,
  }
}

/** Shows that the microphone hears something; nothing of it is kept. */
function measure(stream: MediaStream) {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 256
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.frequencyBinCount)
  return {
    level: () => {
      analyser.getByteTimeDomainData(samples)
      const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one - 128)), 0)
      return Math.min(1, loudest / 90)
    },
    close: () => void context.close().catch(() => {}),
  }
}

function toProblem(error: unknown): RecordingProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'no_device' : 'failed'
}
