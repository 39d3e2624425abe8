import { session } from '../../state/session';

/** Switches a check on or off. */
export function switchCheck(id: string, on: boolean): void {
  const { lintOff = [], ...rest } = session.getState().settings;
  const off = on ? lintOff.filter((other) => other !== id) : [...new Set([...lintOff, id])].sort();
  session.setState({ settings: off.length > 0 ? { ...rest, lintOff: off } : rest });
}
