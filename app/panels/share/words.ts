import type { Kind, Left, Redaction, Replaced } from '../../../src/redact';
import { count } from '../../ui/count';

/** The kinds in the order of the table, with their names. */
export const KINDS: Readonly<Record<Kind, string>> = {
  user: 'User',
  host: 'Host',
  domain: 'Domain',
  mail: 'Mail address',
  address: 'IP address',
  sid: 'SID',
  guid: 'GUID',
};

/** Why a replaced value still stands somewhere. */
export const WHY_LEFT: Readonly<Record<Left['why'], string>> = {
  word: 'as an ordinary word or the name of a field',
  kept: 'in a value that is kept',
  inside: 'in a longer word',
  encoded: 'in an encoded text that cannot be written again',
  rule: 'in the rule',
  settings: 'in the settings',
  spelled: 'in another spelling (accents, escapes, digits)',
  part: 'as a part of a replaced name',
};

/** What a value's row says beside its checkbox. */
export const STATES: Readonly<Record<Replaced['state'], string>> = {
  replaced: '',
  off: 'kept by you',
  decides: 'kept: the rule depends on it',
};

/** What was replaced, and what was compared. */
export function summary({ replaced, checked }: Redaction, isUnchecked: boolean): string {
  if (replaced.length === 0) return 'There are no names or addresses in these events.';
  const done = replaced.filter(({ state }) => state === 'replaced');
  const places = done.reduce((sum, { places }) => sum + places, 0);
  const said = `${count(done.length, 'value')} replaced in ${count(places, 'place')}.`;
  if (isUnchecked) return `${said} The rule was not run: what it finds is not compared.`;
  return checked.rules === 0
    ? `${said} No rule compiles, so there are no verdicts to compare.`
    : `${said} Verdicts, matches and reasons are the same: ${count(checked.verdicts, 'verdict')} compared in both texts.`;
}

/** The rows in the order of kinds. */
export function inKinds(replaced: readonly Replaced[]): Replaced[] {
  const kinds = Object.keys(KINDS);
  return [...replaced].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}
