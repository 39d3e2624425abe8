import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { readEvents } from '../read';
import { Recogniser, recognise } from './recognise';

const read = (value: unknown) => readEvents(JSON.stringify(value)).slices[0]!.event!;
const madeUp = (n: number) => read({ Channel: `Microsoft-Made-Up/${n}`, EventID: n });
const SYSMON = read({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1, Image: 'C:\\a.exe' });

test('a log that makes up sources without end changes nothing for the next', () => {
  const flooded = new Recogniser();
  for (let n = 0; n < 5000; n++) flooded.recognise(madeUp(n));
  expect(flooded.recognise(madeUp(6000)).known).toBe(false);
  expect(new Recogniser().recognise(SYSMON)).toMatchObject({ label: 'Sysmon 1', known: true });

  const { plan } = compile(
    'logsource: {product: linux}\ndetection:\n  s:\n    Image|endswith: a.exe\n  condition: s\n',
  );
  const evaluator = new Evaluator(plan!);
  for (let n = 0; n < 5000; n++) evaluator.verdict(madeUp(n));
  expect(evaluator.verdict(SYSMON)).toBe('match'); // of an unknown source, to which every rule is applicable
  expect(new Evaluator(plan!).verdict(SYSMON)).toBe('not applicable');
});

test('what an event is recognised as does not hang on the events before it', () => {
  const event = fc
    .record(
      {
        Channel: fc.constantFrom('Security', 'System', 'Microsoft-Windows-Sysmon/Operational', 'x', [
          'Security',
        ]),
        Provider_Name: fc.constantFrom('Microsoft-Windows-Security-Auditing', 'Service Control Manager', 'y'),
        EventID: fc.constantFrom(1, '1', 4688, 7045, null, 'a', [1], { a: 1 }),
        eventName: fc.constantFrom('ConsoleLogin', 1),
        eventSource: fc.constant('signin.amazonaws.com'),
        event: fc.constant({ action: 'start' }),
        ActionType: fc.constantFrom('ProcessCreated', 'x'),
        SubjectUserSid: fc.constant('S-1-5-18'),
        NewProcessName: fc.constant('C:\\a.exe'),
      },
      { requiredKeys: [] },
    )
    .map(read);
  const facts = ({ id: _, ...rest }: ReturnType<typeof recognise>) => rest;
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
      const recogniser = new Recogniser();
      for (const one of events) expect(facts(recogniser.recognise(one))).toEqual(facts(recognise(one)));
    }),
  );
});
