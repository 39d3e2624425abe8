import { describe, expect, test } from 'vitest';
import { search } from './search';
import { catalogOf, turn } from './testing';

const RULES = catalogOf([
  {
    title: 'Whoami as SYSTEM',
    more: 'id: 5af54681\nlevel: high\nstatus: test\nauthor: Ann Example, Bo\ndate: 2024-06-30\ntags: [attack.t1059.001, attack.execution]\n',
    source: 'product: windows, category: process_creation',
    detection: "{Image|endswith: '\\whoami.exe', CommandLine|contains: ' /all'}",
  },
  {
    title: 'Scheduled task',
    more: 'description: It was made\n  by whoami itself.\nlevel: critical\nstatus: stable\nauthor: Bo\ndate: 2025/01/02\nmodified: 2025-03-01\ntags: [attack.t1053.005, cve.2021-1675]\nreferences: [https://example.org/a-b]\n',
    source: 'product: windows, service: security',
    detection: '{ParentImage: cmd.exe}',
  },
  {
    title: 'Old names',
    more: 'level: low\ntags: [attack.t1086, attack.defense-evasion]\n',
    source: 'product: linux, category: process_creation',
    detection: '{keyword: [one, two]}',
  },
  { title: 'Bare', source: 'product: macos' },
]);

describe('what a query finds', () => {
  const ask = search(RULES, turn);

  test.each<[query: string, positions: readonly number[]]>([
    ['', [1, 0, 2, 3]],
    // The title outranks the level; the level outranks the order of the titles.
    ['whoami', [0, 1]],
    ['WHOAMI system', [0]],
    ['hoam', [0, 1]],
    ['"by whoami"', [1]],
    ['whoami -system', [1]],
    ['-whoami', [2, 3]],
    ['\\whoami.exe', [0]],
    ['a-b', [1]],
    ['/all', [0]],
    ['rules/2.yml', [2]],
    ['parentimage', [1]],
    ['level:high', [0]],
    ['level:>=high', [1, 0]],
    ['level:<high', [2]],
    ['level:none', [3]],
    ['level:low,critical', [1, 2]],
    ['-level:>=low', [3]],
    ['status:test', [0]],
    ['status:none', [2, 3]],
    ['author:bo', [1, 0]],
    ['author:"ann example"', [0]],
    ['author:"example, bo"', []],
    ['tag:t1059', [0]],
    ['tag:cve.2021', [1]],
    ['technique:t1059', [0, 2]],
    ['technique:T1086', [2]],
    ['technique:powershell', [0, 2]],
    ['tactic:execution', [0]],
    ['tactic:TA0002', [0]],
    ['tactic:defense-evasion', [2]],
    ['product:windows', [1, 0]],
    ['category:process_creation product:linux', [2]],
    ['service:security', [1]],
    ['logsource:windows/process_creation', [0]],
    ['logsource:windows/*', [1, 0]],
    ['field:image', [0]],
    ['field:*image', [1, 0]],
    ['field:"*image"', []],
    ['value:/all', [0]],
    ['value:image', []],
    ['title:old', [2]],
    ['id:5AF5', [0]],
    ['path:1.yml', [1]],
    ['date:2024', [0]],
    ['date:2024-06-30', [0]],
    ['date:>2024', [1]],
    ['date:>=2024-06', [1, 0]],
    ['date:<=2024', [0]],
    ['date:<2024-06-30', []],
    ['modified:2025', [1]],
    ['nowhere', []],
  ])('%s', async (query, positions) => expect([...(await ask(query)).positions]).toEqual(positions));

  test('words for the titles, diagnostics, and facets of what was found', async () => {
    const result = await ask('title:"SYSTEM" Whoami -x levl:y');
    expect(result.words).toEqual(['system', 'whoami', 'levl:y']);
    // Plain data: it is posted from the worker.
    expect(structuredClone(result)).toEqual(result);
    expect(result.diagnostics.map((d) => d.code)).toEqual(['key-unknown']);
    expect((await ask('product:windows')).facets.map(({ key, values }) => [key, values])).toEqual([
      [
        'level',
        [
          { value: 'critical', name: null, count: 1 },
          { value: 'high', name: null, count: 1 },
        ],
      ],
      [
        'status',
        [
          { value: 'stable', name: null, count: 1 },
          { value: 'test', name: null, count: 1 },
        ],
      ],
      [
        'logsource',
        [
          { value: 'windows/process_creation', name: null, count: 1 },
          { value: 'windows/security', name: null, count: 1 },
        ],
      ],
      ['tactic', [{ value: 'execution', name: 'Execution', count: 1 }]],
      [
        'technique',
        [
          { value: 'T1053.005', name: 'Scheduled Task/Job: Scheduled Task', count: 1 },
          { value: 'T1059.001', name: 'Command and Scripting Interpreter: PowerShell', count: 1 },
        ],
      ],
      [
        'author',
        [
          { value: 'Bo', name: null, count: 2 },
          { value: 'Ann Example', name: null, count: 1 },
        ],
      ],
    ]);
  });

  test('long work gives others turns, and is done once', async () => {
    let turns = 0;
    const many = catalogOf(
      Array.from({ length: 400 }, (_, i) => ({
        title: `${'long '.repeat(200)}${i}`,
        more: `author: a${i}\n`,
      })),
    );
    const askMany = search(many, async () => ++turns > 0);
    expect((await Promise.all([askMany('399'), askMany('a398')])).map((r) => [...r.positions])).toEqual([
      [399],
      [398],
    ]);
    const after = turns;
    await askMany('long');
    expect(turns).toBe(after);
  });
});
