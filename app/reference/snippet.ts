import type { Verdict } from '../../src/match';

/** A rule and events that run beside an entry of the reference, and can be changed there. */
export interface Snippet {
  readonly rule: string;
  readonly events: string;
  /** What the engine makes of each event. */
  readonly expected: readonly Verdict[];
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** How often a correlation in the text fires. */
  readonly fires?: number;
  /** The problems that it shows; others are not expected. Absent where it is not about problems. */
  readonly problems?: readonly string[];
  /** The name of the rule's file, where a problem is about it. */
  readonly file?: string;
  /** What the snippet shows, where there are several. */
  readonly label?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
export const STARTS = '    product: windows\n    category: process_creation';
const CONNECTS = '    product: windows\n    category: network_connection';

/** Events of programs that start, one in each line. */
export function started(...all: readonly Fields[]): string {
  return lines(all.map((fields) => ({ Channel: SYSMON, EventID: 1, ...fields })));
}

/** Events of connections. */
function connected(...all: readonly Fields[]): string {
  return lines(all.map((fields) => ({ Channel: SYSMON, EventID: 3, ...fields })));
}

export function lines(events: readonly Fields[]): string {
  return `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;
}

/** A rule around the lines of its detection. */
export function ruleOf(detection: string, logsource = STARTS, above = ''): string {
  return `title: Example\n${above}logsource:\n${logsource}\ndetection:\n${detection.replace(/^(?=.)/gm, '    ')}\n`;
}

/** A rule around the lines of its only selection. */
export function selecting(body: string, logsource = STARTS): string {
  return ruleOf(`selection:\n${body.replace(/^(?=.)/gm, '    ')}\ncondition: selection`, logsource);
}

/** An item with an event that matches and one that does not. */
export function item(body: string, match: Fields, other: Fields): Snippet {
  return { rule: selecting(body), events: started(match, other), expected: ['match', 'no match'] };
}

/** The same of connections. */
export function connection(body: string, match: Fields, other: Fields): Snippet {
  return {
    rule: selecting(body, CONNECTS),
    events: connected(match, other),
    expected: ['match', 'no match'],
  };
}
