import { useEffect, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { areShortcutsOn, turnShortcuts } from '../inbox/shortcuts.ts'

/** Turns keys without Ctrl or Cmd off and on, for this browser. */
export function SingleKeySwitch() {
  const t = useT()
  const [isOn, setOn] = useState(true)
  // The server cannot know what this browser keeps.
  useEffect(() => setOn(areShortcutsOn()), [])
  return (
    <div className="flex items-start gap-2.5">
      <input
        id="single-keys"
        type="checkbox"
        aria-describedby="single-keys-help"
        checked={isOn}
        onChange={(event) => {
          setOn(event.target.checked)
          turnShortcuts(event.target.checked)
        }}
        className="mt-0.5 size-4"
      />
      <div>
        <label htmlFor="single-keys" className="font-medium">
          {t('palette.singleKeys')}
        </label>
        <p id="single-keys-help" className="text-small text-faint">
          {t('palette.singleKeysHelp')}
        </p>
      </div>
    </div>
  )
}
