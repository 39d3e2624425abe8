import { random } from './random';

/*
 * A generated catalog for benchmarks: the same in every run, shaped like a real one (half of it for process creation,
 * with lists of program names and parts of command lines, filters, a few expressions and keywords).
 */

const SYLLABLES = 'ka lo mi ne ru ta ve so pi da xe um or in ex al ter con pro set get net'.split(' ');
const SOURCES: readonly (readonly [weight: number, category: string | null, service: string | null])[] = [
  [50, 'process_creation', null],
  [10, 'registry_set', null],
  [9, 'file_event', null],
  [7, 'image_load', null],
  [6, 'network_connection', null],
  [8, 'ps_script', null],
  [10, null, 'security'],
];

/** `count` rules as YAML texts. */
export function generatedRules(count: number): string[] {
  const next = random(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const word = (least: number) =>
    Array.from({ length: least + Math.floor(next() * 2) }, () => pick(SYLLABLES)).join('');
  const option = () => pick([` -${word(1)} `, ` /${word(1)}`, `${word(2)}.${word(1)}`, ` ${word(2)} `]);
  const list = (make: () => string, most: number) =>
    Array.from({ length: 1 + Math.floor(next() * most) }, () => `            - '${make()}'`).join('\n');
  const source = () => {
    let left = next() * 100;
    for (const found of SOURCES) {
      left -= found[0];
      if (left < 0) return found;
    }
    return SOURCES[0]!;
  };
  return Array.from({ length: count }, (_, i) => {
    const [, category, service] = source();
    const program = () => `\\${pick(['cmd', 'powershell', 'rundll32', 'net', word(2), word(3)])}.exe`;
    const field = category === 'process_creation' ? 'CommandLine' : pick(['Details', 'TargetObject', 'Data']);
    const shape = next();
    const extra =
      shape < 0.04
        ? `    words:\n        - '${word(4)}'\n        - '${word(3)} ${word(2)}'\n`
        : shape < 0.1
          ? `    words:\n        ${field}|re: '${word(2)}\\s+[a-z]{2,8}=${word(1)}'\n`
          : `    words:\n        ${field}|contains|all:\n${list(option, 3)}\n`;
    return `title: Generated rule ${i}
id: ${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000
status: test
description: |
    A rule of the bench, of about the length that the description of a rule has.
    It names what it looks for, why that is of interest, and where it was seen first.
references:
    - https://example.org/reports/2026/generated-rule-${i}
    - https://example.org/advisories/${word(2)}/${word(3)}.html
    - https://example.org/blog/2026/03/${word(2)}-${word(2)}-${word(3)}
author: The bench
date: 2026-03-0${1 + (i % 9)}
modified: 2026-04-1${i % 9}
level: ${pick(['low', 'medium', 'high', 'critical'])}
tags:
    - attack.execution
    - attack.t1059
logsource:
    product: windows
    ${category ? `category: ${category}` : `service: ${service}`}
detection:
    selection_img:
        - Image|endswith:
${list(program, 4).replace(/^/gm, '    ')}
        - OriginalFileName: '${word(2)}.exe'
    selection_cli:
        ${field}|contains:
${list(option, 8)}
${extra}    filter_main_known:
        ParentImage|endswith: '${program()}'
    condition: ${shape < 0.04 ? 'words' : `all of selection_* and ${next() < 0.5 ? 'words and ' : ''}not 1 of filter_main_*`}
falsepositives:
    - Unlikely
`;
  });
}
