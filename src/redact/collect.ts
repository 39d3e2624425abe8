import type { SigmaEvent } from '../event';
import { formsIn } from './forms';
import { type Holds, holds, isEverywhere, isShortEverywhere, SERVICE_LABELS } from './known';
import { isEnding, parted } from './made-up';
import { namesSaid } from './said';

/* Finds the names of users, hosts and domains in the fields of events. */

export type NameKind = 'user' | 'host' | 'domain';

/** A name as it was found first; the key is in lower case. */
export type FoundNames = Map<string, { readonly kind: NameKind; readonly name: string }>;

const HOME =
  /(?:(?<!Account)[\\/]Users[\\/]+|[\\/]Documents and Settings[\\/]+|(?<![\w.])\/home\/)([^\\/:*?"<>|\s,;&()[\]{}']+)/gi;
const UNC = /(?<![^\s"'=(,;`])\\\\{1,3}([\p{L}\p{N}_][\p{L}\p{N}_.-]*)(?:@[\w]+)*\\{1,2}[^\s\\]/gu;

/** Values of one event that hold names, by what they hold. */
type Values = [holds: Holds, value: string][];

/**
 * The names in all events, in the order of the events: first hosts, then domains, then users, because a domain's field
 * may hold a host, and a user's field both.
 */
export function namesIn(events: Iterable<SigmaEvent>): FoundNames {
  const values: [Holds, string][] = [];
  for (const event of events) values.push(...valuesOf(event));
  const found: FoundNames = new Map();
  const collector = new Collector(found);
  for (const [what, value] of values) if (what === 'host') collector.host(value);
  for (const [what, value] of values) {
    if (what === 'domain') collector.domain(value);
    if (what === 'remote') collector.remote(value);
  }
  for (const [what, value] of values) if (what === 'user') collector.user(value);
  return found;
}

function valuesOf(event: SigmaEvent): Values {
  const values: Values = [];
  for (const field of event.fields()) {
    const what = holds(field);
    if (what) for (const value of textsOf(event.get(field))) values.push([what, value]);
  }
  for (const { path, value } of event.leaves()) {
    if (typeof value !== 'string' || value.length < 3) continue;
    for (const [, name] of value.matchAll(HOME)) values.push(['user', name!]);
    for (const [, name] of value.matchAll(UNC)) values.push(['host', name!]);
    values.push(...namesSaid(value));
    for (const { kind, text } of value.includes('@') ? formsIn(value) : [])
      if (kind === 'mail') values.push(['domain', text.slice(text.indexOf('@') + 1)]);
    const what = holds(path.filter((step) => typeof step === 'string').join('.'));
    if (what) values.push([what, value]);
  }
  return values;
}

function textsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && depth < 4 ? value.flatMap((one) => textsOf(one, depth + 1)) : [];
}

class Collector {
  constructor(private readonly found: FoundNames) {}

  host(text: string): void {
    const name = hostName(text);
    if (name === null) return;
    const cut = name.indexOf('.');
    this.add('host', cut < 0 ? name : name.slice(0, cut));
    if (cut > 0) this.domain(name.slice(cut + 1));
  }

  /** Of a name that may be anyone's, the first part is a host only where it does not say what the host does. */
  remote(text: string): void {
    const name = hostName(text);
    if (name === null) return;
    const [first, second] = parted(name).labels;
    if (!name.includes('.')) this.add('host', name);
    else if (first === undefined || second === undefined) this.domain(name);
    else {
      this.domain(name.slice(first.length + 1));
      if (!SERVICE_LABELS.has(first)) this.add('host', name.slice(0, first.length));
    }
  }

  domain(text: string): void {
    const name = hostName(text);
    if (name === null) return;
    if (!name.includes('.')) {
      if (!isEnding(name.toLowerCase())) this.add('domain', name);
      return;
    }
    const { labels } = parted(name);
    let rest = name;
    for (const label of labels) {
      if (!SERVICE_LABELS.has(label)) this.add('domain', rest);
      rest = rest.slice(label.length + 1);
    }
    // The name of its owner stands elsewhere, too.
    const owner = labels.at(-1);
    if (owner !== undefined)
      this.add(
        'domain',
        name.slice(name.length - rest.length - 1 - owner.length, name.length - rest.length - 1),
      );
  }

  user(text: string): void {
    let name = text.trim();
    const distinguished = /(?:^|,)CN=([^,]+)/i.exec(name);
    if (distinguished) name = distinguished[1]!;
    if (/^arn:/.test(name)) name = name.slice(name.lastIndexOf('/') + 1);
    const slash = name.lastIndexOf('\\');
    if (slash > 0) this.domain(name.slice(0, slash));
    name = name.slice(slash + 1);
    const at = name.indexOf('@');
    if (at > 0) {
      this.domain(name.slice(at + 1));
      name = name.slice(0, at);
    }
    if (name.endsWith('$')) {
      this.host(name);
      return;
    }
    const short = /^(.+)~\d$/.exec(name);
    if (short && isShortEverywhere(short[1]!)) return;
    if (name.length > 64 || !/^[\p{L}\p{N}_][^\n\r\t:/\\"<>|*?=;,(){}[\]]*$/u.test(name)) return;
    this.add('user', name.replace(/[^\p{L}\p{N}]+$/u, ''));
  }

  private add(kind: NameKind, name: string): void {
    const key = name.toLowerCase();
    if (isNoName(name) || this.found.has(key)) return;
    this.found.set(key, { kind, name });
  }
}

/** The name of a host or domain without what may stand around it; null if it is none. */
function hostName(text: string): string | null {
  const name = text
    .trim()
    .replace(/^\\\\/, '')
    .replace(/(?::\d+|\$|\.)$/, '');
  const isName = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*$/u.test(name) && name.length < 254;
  return isName && !isEverywhere(name) && !/^[\d.]+$/.test(name) ? name : null;
}

/** Numbers, other forms, and what is the same on every system. */
function isNoName(name: string): boolean {
  return (
    !/\p{L}/u.test(name) ||
    isEverywhere(name) ||
    /^(?:0x)?[0-9a-f]{16,}$/i.test(name) ||
    /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name) ||
    /^S-1-\d/i.test(name) ||
    /^0x[0-9a-f]+$/i.test(name)
  );
}
