import { code, isScalar, joinWords, say, type Words } from '../../text';
import type { SigmaEvent } from '../event';
import { SchemaFinder } from './by-schema';
import { recognise } from './recognise';
import { splunkChannel } from './short-channels';
import { UNKNOWN } from './source';

/** Values longer than this are cut. */
const MOST = 120;

/**
 * Why the event was recognised like this, in the event's own names: "`winlog.channel` is Security and `winlog.event_id`
 * is 4688, so it is Security 4688". No full stop at the end.
 */
export function evidence(event: SigmaEvent): Words {
  const source = recognise(event);
  if (source === UNKNOWN) return [source.evidence];
  const because =
    source.because.length > 0 ? source.because : (new SchemaFinder().find(event)?.because ?? []);
  const named =
    event.get('Channel') === undefined && splunkChannel(event) !== undefined
      ? because.map((field) => (field === 'Channel' ? 'source' : field))
      : because;
  const told = named.filter((field) => event.get(field) !== undefined);
  const what = told.length > 0 ? list(told.map((field) => said(event, field))) : source.evidence;
  return say`${what}, so it is ${source.label}${source.channel === null ? onProduct(source.product) : ''}`;
}

/** The names of products as shown to users. */
const PRODUCTS = new Map([
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
]);

function onProduct(product: string | null): string {
  const name = product === null ? undefined : PRODUCTS.get(product);
  return name === undefined ? '' : ` on ${name}`;
}

function said(event: SigmaEvent, field: string): Words {
  const name = event.locate(field)?.name ?? field;
  const value = event.get(field);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const text = values.filter(isScalar).map(String).join(', ');
  if (text === '') return say`there is a field ${code(name)}`;
  return say`${code(name)} is ${text.length > MOST ? `${text.slice(0, MOST)}…` : text}`;
}

function list(parts: readonly Words[]): Words {
  if (parts.length < 3) return joinWords(parts, ' and ');
  return joinWords([joinWords(parts.slice(0, -1), ', '), parts[parts.length - 1]!], ' and ');
}
