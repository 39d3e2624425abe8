import { SPECS, type SpecVersion, specNamed } from '../../src/knowledge';
import { own } from '../../src/text';
import { isObject } from '../state/fields';
import type { Theme } from '../state/session';
import { LINK_LIMITS } from '../state/share';

/** What a message asks for, checked. */
export type Asked =
  | {
      readonly kind: 'set';
      readonly rule?: string;
      readonly events?: string;
      readonly theme?: Theme;
      readonly spec?: SpecVersion;
    }
  | { readonly kind: 'choose'; readonly index: number }
  /** Why it is refused, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** What the embed has now, as far as a message depends on it. */
export interface Now {
  readonly rule: string;
  readonly events: string;
  /** How many events there are. */
  readonly total: number;
}

/** Reads the data of a message; null if it is not meant for an embed. */
export function readRequest(data: unknown, now: Now): Asked | null {
  if (!isObject(data) || own(data, 'to') !== 'sigma-playground') return null;
  const type = own(data, 'type');
  if (type === 'set') return readSet(data, now);
  if (type === 'choose') return readChoose(own(data, 'event'), now.total);
  return refused('There is no such type of message: known are “set” and “choose”.');
}

const THEMES: ReadonlyMap<unknown, Theme> = new Map([
  ['light', 'light'],
  ['dark', 'dark'],
  ['auto', 'system'],
]);

const SPECS_TOLD = SPECS.map(({ id }) => `“${id}”`)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' and ');

function readSet(data: Record<string, unknown>, now: Now): Asked {
  const [rule, events, theme] = [own(data, 'rule'), own(data, 'events'), own(data, 'theme')];
  if (rule !== undefined && typeof rule !== 'string') return refused('“rule” is no text.');
  if (events !== undefined && typeof events !== 'string') return refused('“events” is no text.');
  const chosen = THEMES.get(theme);
  if (theme !== undefined && !chosen) return refused('“theme” is none of “light”, “dark” and “auto”.');
  const spec = own(data, 'spec');
  const version = typeof spec === 'string' ? specNamed(spec) : null;
  if (spec !== undefined && !version) return refused(`“spec” is none of ${SPECS_TOLD}.`);
  const size = bytes(rule ?? now.rule) + bytes(events ?? now.events);
  if (size > LINK_LIMITS.content)
    return refused(`Both texts together have ${size} bytes; at most ${LINK_LIMITS.content} are taken.`);
  return {
    kind: 'set',
    ...(rule === undefined ? {} : { rule }),
    ...(events === undefined ? {} : { events }),
    ...(chosen ? { theme: chosen } : {}),
    ...(version ? { spec: version } : {}),
  };
}

function readChoose(event: unknown, total: number): Asked {
  const isNumber = typeof event === 'number' && Number.isSafeInteger(event);
  return isNumber && event >= 1 && event <= total
    ? { kind: 'choose', index: event - 1 }
    : refused(`“event” is no number from 1 to ${total}.`);
}

function refused(why: string): Asked {
  return { kind: 'refused', why };
}

/** In UTF-8, but at least one for each unit: a text that is too long anyway is not encoded. */
function bytes(text: string): number {
  return text.length > LINK_LIMITS.content ? text.length : new TextEncoder().encode(text).length;
}
