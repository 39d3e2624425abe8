import { LINUX_SYSMON, SECURITY, SYSMON } from './channels';
import elsewhere from './events-elsewhere.json' with { type: 'json' };
import security from './events-security.json' with { type: 'json' };
import sysmon from './events-sysmon.json' with { type: 'json' };
import windows from './events-windows.json' with { type: 'json' };

/*
 * The titles of single events, what to enable so that they are logged, and the fields that they have. Official titles
 * if they fit on a line, otherwise paraphrased. Large, so the page loads it with the panel that shows it.
 */

export interface EventFact {
  readonly provider: string | null;
  readonly title: string;
  /** Sentences, with names of settings in backticks. Null if unknown. */
  readonly turnOn: string | null;
  /** Null if no table lists them. */
  readonly fields: ReadonlySet<string> | null;
}

/** Events outside of Windows channels: their names in the sensor or daemon of a log source. */
export interface OtherEvents {
  readonly provider: string;
  readonly id: string;
  readonly title: string;
  readonly turnOn: string;
}

/** Fields of the part that every Windows event has, under their names in rules. */
export const SYSTEM_FIELDS: ReadonlySet<string> = new Set(
  'EventID Channel Provider_Name Computer Security_UserID EventRecordID TimeCreated Level Keywords Task Opcode Version'.split(
    ' ',
  ),
);

const fieldSet = (names: string | undefined) => (names === undefined ? null : new Set(names.split(' ')));
const facts = new Map<string, EventFact[]>();
/** For each channel, everything that has to be enabled for any of its events. */
const settings = new Map<string, Set<string>>();

function addSetting(channel: string, turnOn: string): void {
  const key = channel.toLowerCase();
  settings.set(key, (settings.get(key) ?? new Set()).add(turnOn));
}

function add(channel: string, id: string, fact: EventFact): void {
  if (fact.turnOn !== null) addSetting(channel, fact.turnOn);
  const key = keyOf(channel, Number(id));
  const known = facts.get(key);
  if (known) known.push(fact);
  else facts.set(key, [fact]);
}

function keyOf(channel: string, id: number): string {
  return `${channel.toLowerCase()}|${id}`;
}

/** The ids of `Sysmon for Linux`; all other Sysmon events exist only on Windows. */
const ON_LINUX = new Set(['1', '3', '4', '5', '9', '11', '16', '23', '255']);

for (const [id, [title, element, fields, more]] of Object.entries(sysmon as Record<string, string[]>)) {
  const written = (name: string) =>
    (element ? `${name} runs with \`${element}\` rules that include the event.` : `${name} runs.`) +
    (more ? ` ${more}` : '');
  const carried = new Set([...fields!.split(' '), 'RuleName', 'UtcTime']);
  add(SYSMON, id, {
    provider: 'Microsoft-Windows-Sysmon',
    title: title!,
    turnOn: written('Sysmon'),
    fields: carried,
  });
  if (!ON_LINUX.has(id)) continue;
  add(LINUX_SYSMON, id, {
    provider: 'Linux-Sysmon',
    title: title!,
    turnOn: written('Sysmon for Linux'),
    fields: carried,
  });
}

const MORE = new Map<string, string>(Object.entries(security.more));
const FIELDS = new Map<string, string>(Object.entries(security.fields));
for (const [policy, events] of Object.entries(security.policies as Record<string, Record<string, string>>)) {
  const [category, subcategory] = policy.split(/ \/ (?=Audit)/);
  for (const [id, title] of Object.entries(events)) {
    const more = MORE.get(id);
    const turnOn = `Audit policy, ${category}: \`${subcategory}\`.${more ? ` ${more}` : ''}`;
    const fields = fieldSet(FIELDS.get(id));
    add(SECURITY, id, { provider: 'Microsoft-Windows-Security-Auditing', title, turnOn, fields });
  }
}

type WindowsRow = [
  channel: string,
  provider: string,
  turnOn: string,
  titles: Record<string, string>,
  fields?: string,
];
for (const [channel, provider, turnOn, titles, fields] of windows as unknown as WindowsRow[]) {
  if (turnOn) addSetting(channel, turnOn);
  for (const [id, title] of Object.entries(titles))
    add(channel, id, { provider: provider || null, title, turnOn: turnOn || null, fields: fieldSet(fields) });
}

/**
 * What is known about an event of a channel (or `provider:NAME` if it has none). Two providers of a channel may use
 * one id for different events; `providers` are those to consider, none for any.
 */
export function eventFact(
  channel: string,
  id: number,
  providers: readonly string[] = [],
): EventFact | undefined {
  const known = facts.get(keyOf(channel, id)) ?? [];
  const wanted = providers.map((p) => p.toLowerCase());
  return known.find(
    ({ provider }) => provider === null || wanted.length === 0 || wanted.includes(provider.toLowerCase()),
  );
}

/** What to enable for a channel's events, if it is the same for all known ones. */
export function channelTurnOn(channel: string): string | undefined {
  const known = settings.get(channel.toLowerCase());
  return known?.size === 1 ? [...known][0] : undefined;
}

/** The events of a log source that is not a Windows channel. */
export function otherEvents(logsource: {
  readonly product: string;
  readonly category: string;
  readonly service: string;
}): readonly OtherEvents[] {
  return (elsewhere as string[][]).flatMap(([product, category, service, provider, id, title, turnOn]) =>
    product === logsource.product && category === logsource.category && service === logsource.service
      ? [{ provider: provider!, id: id!, title: title!, turnOn: turnOn! }]
      : [],
  );
}
