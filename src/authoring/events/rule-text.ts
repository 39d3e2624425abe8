import { asYamlScalar } from '../../rule';
import type { Parts } from '../repair/logsource';
import { type FieldTest, linesOf } from './field-test';

/** What a new rule cannot determine by itself: its id and the date, each left out if not given. */
export interface Stamp {
  readonly id?: string;
  /** As in rules: `2026-11-25`. */
  readonly date?: string;
}

export interface NewRule {
  readonly title: string;
  readonly description: string;
  /** Empty if unknown. */
  readonly logsource: Parts;
  readonly tests: readonly FieldTest[];
  readonly stamp: Stamp;
}

/** The text of a rule with one selection. */
export function ruleText({ title, description, logsource, tests, stamp }: NewRule): string {
  const keys = (['category', 'product', 'service'] as const).flatMap((key) =>
    logsource[key] ? [`    ${key}: ${asYamlScalar(logsource[key])}`] : [],
  );
  if (keys.length === 0) keys.push('    product: unknown # The log source is unknown: fill it in here.');
  return [
    `title: ${asYamlScalar(title)}`,
    ...(stamp.id ? [`id: ${stamp.id}`] : []),
    'status: experimental',
    `description: ${asYamlScalar(description)}`,
    ...(stamp.date ? [`date: ${stamp.date}`] : []),
    'logsource:',
    ...keys,
    'detection:',
    '    selection:',
    ...tests.map((test) => linesOf(test, 8)),
    '    condition: selection',
    'falsepositives:',
    '    - Unknown',
    'level: medium',
    '',
  ].join('\n');
}
