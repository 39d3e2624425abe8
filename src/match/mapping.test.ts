import { describe, expect, it } from 'vitest';
import { readEvents } from '../event';
import { compile } from '../rule';
import type { FieldMapping } from '../text';
import { plain } from '../text';
import { Evaluator } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';
import { marksOf } from './marks';
import { missWords } from './words/miss';

const RULE = `title: t
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        CommandLine|contains: whoami
    condition: selection
`;

describe('a rule over events whose fields are mapped by hand', () => {
  it.each<[string, object, FieldMapping, boolean]>([
    ['mapped', { cmd: 'run whoami' }, { cmd: 'CommandLine' }, true],
    ['not mapped', { cmd: 'run whoami' }, {}, false],
    ['mapped to another', { cmd: 'run whoami' }, { cmd: 'Image' }, false],
    ['of a known source', { Channel: 'Security', EventID: 4688, p: 'whoami' }, { p: 'CommandLine' }, true],
  ])('%s', (_, value, mapping, matches) => {
    const text = JSON.stringify(value);
    const event = readEvents(text).slices[0]!.event!;
    const plan = compile(RULE, { mapping }).plan!;
    const trace = explain(plan, event);
    expect(new Evaluator(plan).evaluate(event)).toBe(matches);
    expect(trace.matched).toBe(matches);
    expect(new RuleSet([plan]).match(event).length).toBe(matches ? 1 : 0);
    expect(new RuleSet([compile(RULE).plan!], { mapping }).match(event).length).toBe(matches ? 1 : 0);
    const marked = marksOf(trace).map((mark) => text.slice(mark.text.start, mark.text.end));
    if (matches) expect(marked).toContain('whoami');
  });

  it.each<[string, object, FieldMapping, string]>([
    [
      'the source has another name',
      { Channel: 'Security', EventID: 4688 },
      {},
      'The event has no field `ParentImage`. Security 4688 names it ParentProcessName. The event does not have that either.',
    ],
    [
      'it was named by hand',
      { other: 1 },
      { parent: 'ParentImage' },
      'The event has no field `ParentImage`. Your mapping says that parent is ParentImage. The event does not have that either.',
    ],
    [
      'the source never has it',
      { Channel: 'Security', EventID: 4688 },
      {},
      'Security 4688 never has Hashes.',
    ],
  ])('a miss in complete sentences: %s', (_, value, mapping, text) => {
    const field = text.includes('Hashes') ? 'Hashes' : 'ParentImage';
    const { plan } = compile(RULE.replace('CommandLine', field), { mapping });
    const trace = explain(plan!, readEvents(JSON.stringify(value)).slices[0]!.event!);
    expect(plain(missWords(trace.causes[0]!.miss))).toBe(text);
  });

  it('a value that only some events of a layout have is never overlooked', () => {
    const at4688 = (account: unknown) =>
      JSON.stringify({ Channel: 'Security', EventID: 4688, Account_Name: account, Account_Domain: 'CORP' });
    const { slices } = readEvents([at4688([null]), at4688(['mira'])].join('\n'));
    const mapping = { other: 'User' };
    const { plan } = compile(RULE.replace('CommandLine|contains: whoami', 'User: CORP\\mira'), { mapping });
    const set = new RuleSet([plan!]);
    expect(slices.map(({ event }) => set.match(event!).length)).toEqual([0, 1]);
    expect(slices.map(({ event }) => new Evaluator(plan!).evaluate(event!))).toEqual([false, true]);
  });
});
