import { specNamed } from '../../src/knowledge';
import { isObject, readSettings, readString, type Settings, withSpec } from './fields';
import { readFilter } from './found-filter';
import { fromBase64Url, TooLarge, through } from './link-bytes';
import { decodeText, type Form, isRefused } from './link-texts';
import { type RefusedLink, refuse } from './refusals';
import { LINK_LIMITS, PREFIX, type Shared } from './share';

/*
 * Reads links with work: those of the page itself (`share.ts`), and those that other tools write (docs/links.md).
 */

/** The content of a link, or why it cannot be opened. */
export type OpenedLink =
  | {
      readonly ok: true;
      readonly shared: Shared;
      /** The index of the event that the link chooses; null if it chooses none. */
      readonly event: number | null;
      /** What it says to `others`, as it is written. */
      readonly others: ReadonlyMap<string, string>;
    }
  | RefusedLink;

const DEFAULTS: Settings = { ignoreLogsource: false, placeholders: {} };

/**
 * Reads a fragment: `name=value`, joined by `&`. Names in `others` are the caller's, and handed over as they are; a link that
 * has one may have no texts. Any other name that a link does not have is refused. Never throws.
 */
export async function decodeLink(hash: string, others: ReadonlySet<string> = new Set()): Promise<OpenedLink> {
  if (hash.length > LINK_LIMITS.link) return refuse('link-too-large');
  const pairs = pairsOf(hash.replace(/^#/, ''), others);
  if ('code' in pairs) return pairs;
  const packed = pairs.get('v1');
  const left = [...pairs].filter(([name]) => others.has(name));
  const work = packed === undefined ? await fromTexts(pairs) : await fromPacked(packed);
  if ('code' in work) return work;
  if (work.rule === '' && work.events === '' && left.length === 0) return refuse('link-empty');
  const event = indexIn(pairs.get('event'));
  if (event === undefined) return refuse('link-value', 'event');
  const ignores = pairs.get('ignore-logsource');
  if (ignores !== undefined && ignores !== 'yes' && ignores !== 'no')
    return refuse('link-value', 'ignore-logsource');
  const named = pairs.get('spec');
  const spec = named === undefined ? undefined : specNamed(named);
  if (spec === null) return refuse('link-value', 'spec');
  const sources =
    ignores === undefined ? work.settings : { ...work.settings, ignoreLogsource: ignores === 'yes' };
  const settings = spec === undefined ? sources : withSpec(sources, spec);
  return { ok: true, shared: { ...work, settings }, event, others: new Map(left) };
}

const SIDES = { rule: 'the text of its rule', events: 'the text of its events' } as const;
type TextName = keyof typeof SIDES;

/** What a link can have besides the texts. */
const CHOICES: ReadonlySet<string> = new Set(['v1', 'event', 'ignore-logsource', 'spec']);

/** The text that a name stands for, and how it is written. */
function textName(name: string): { readonly side: TextName; readonly form: Form } | null {
  const [, side, form = 'percent'] = /^(rule|events)(?:-(base64|deflate))?$/.exec(name) ?? [];
  return side ? { side: side as TextName, form: form as Form } : null;
}

/** The names and values of a fragment, each once. */
function pairsOf(text: string, others: ReadonlySet<string>): ReadonlyMap<string, string> | RefusedLink {
  const pairs = new Map<string, string>();
  const given = new Set<string>();
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const name = at < 0 ? piece : piece.slice(0, at);
    if (at < 0) return refuse('link-pair', name);
    if (/^v\d+$/.test(name) && name !== 'v1') return refuse('link-version');
    const ofText = textName(name);
    if (!ofText && !CHOICES.has(name) && !others.has(name)) return refuse('link-name', name);
    // What is packed holds both texts.
    const gives = name === 'v1' ? ['rule', 'events'] : [ofText?.side ?? name];
    const twice = gives.find((one) => given.has(one));
    if (twice !== undefined) return refuse('link-twice', twice);
    for (const one of gives) given.add(one);
    pairs.set(name, piece.slice(at + 1));
  }
  return pairs;
}

/** The work of a link whose texts stand in it by name. */
async function fromTexts(pairs: ReadonlyMap<string, string>): Promise<Shared | RefusedLink> {
  const texts: Record<TextName, string> = { rule: '', events: '' };
  let room: number = LINK_LIMITS.content;
  for (const [name, written] of pairs) {
    const known = textName(name);
    if (!known) continue;
    const text = await decodeText(known.form, written, SIDES[known.side], room);
    if (isRefused(text)) return text;
    texts[known.side] = text.text;
    room -= text.size;
  }
  return { ...texts, settings: DEFAULTS };
}

async function fromPacked(packed: string): Promise<Shared | RefusedLink> {
  const unpacked = await unpackLink(PREFIX, PREFIX + packed);
  if (!unpacked.ok) return unpacked;
  const { value } = unpacked;
  if (!isObject(value)) return refuse('link-content');
  const rule = readString(value.rule);
  const events = readString(value.events);
  if (rule === undefined && events === undefined) return refuse('link-empty');
  const findings = readFilter(value.findings);
  return {
    rule: rule ?? '',
    events: events ?? '',
    settings: readSettings(value.settings) ?? DEFAULTS,
    ...(findings ? { findings } : {}),
  };
}

/** The index of an event that is counted from 1; null if none is given, undefined if it is no number. */
function indexIn(written: string | undefined): number | null | undefined {
  if (written === undefined) return null;
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) - 1 : undefined;
}

/** The value that `packLink` packed behind `prefix`. Never throws. */
export async function unpackLink(
  prefix: string,
  hash: string,
): Promise<{ readonly ok: true; readonly value: unknown } | RefusedLink> {
  if (!hash.startsWith(prefix)) return refuse('link-version');
  if (hash.length > LINK_LIMITS.link) return refuse('link-too-large');
  try {
    const bytes = fromBase64Url(hash.slice(prefix.length));
    const json = await through(bytes, new DecompressionStream('deflate-raw'), LINK_LIMITS.content);
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) };
  } catch (error) {
    return refuse(error instanceof TooLarge ? 'link-too-large' : 'link-broken');
  }
}
