import type { SigmaEvent } from '../event';
import { jsonText } from '../text';

/** A field of an event, for a line of a list. */
export interface SummaryPart {
  readonly field: string;
  readonly value: string;
}

/** Fields that say most about an event, the most telling first. */
const TELLING = [
  'CommandLine',
  'ScriptBlockText',
  'Image',
  'NewProcessName',
  'TargetFilename',
  'TargetObject',
  'Details',
  'QueryName',
  'DestinationHostname',
  'DestinationIp',
  'ImageLoaded',
  'PipeName',
  'ServiceName',
  'ImagePath',
  'TaskName',
  'TargetUserName',
  'IpAddress',
  'ShareName',
  'ParentImage',
  'User',
  'message',
];
/** The list shows the log source of an event elsewhere. */
const ELSEWHERE =
  /^(?:Channel|EventID|Provider|System|Event$|Version|Level|Task|Opcode|Keywords|Security|Execution|Correlation|Computer|.*[Tt]ime)/;
const MOST_PARTS = 3;
const LONGEST = 160;

/** The fields of an event that a line of a list shows: the rule's first, then the most telling. */
export function summaryOf(event: SigmaEvent, ruleFields: readonly string[]): SummaryPart[] {
  const parts: SummaryPart[] = [];
  const add = (field: string) => {
    if (parts.length >= MOST_PARTS || parts.some((part) => part.field === field)) return;
    const value = event.get(field);
    if (value === undefined || value === null || value === '') return;
    const text = typeof value === 'object' ? jsonText(value) : String(value);
    parts.push({ field, value: text.slice(0, LONGEST).replace(/\s+/g, ' ').trim() });
  };
  for (const field of ruleFields) add(field);
  for (const field of TELLING) add(field);
  if (parts.length === 0)
    for (const field of event.fields()) {
      if (parts.length >= MOST_PARTS) break;
      if (!ELSEWHERE.test(field)) add(field);
    }
  return parts;
}
