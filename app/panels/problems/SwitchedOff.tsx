import { useSession } from '../../state/session';
import { once } from '../../ui/once';
import { switchCheck } from './switch-check';

const NONE: readonly string[] = [];

/** The checks that the user switched off, each with a button to switch it on again. */
export function SwitchedOff() {
  const off = useSession((s) => s.settings.lintOff ?? NONE);
  if (off.length === 0) return null;
  return (
    <div className="problems-off">
      <span id="checks-off">Switched off:</span>
      <ul aria-labelledby="checks-off">
        {off.map((id) => (
          <li key={id}>
            <button type="button" className="btn" onClick={once(() => switchCheck(id, true))}>
              <code>{id}</code> on again
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
