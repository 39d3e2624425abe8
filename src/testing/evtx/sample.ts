import { type Content, element, instance, optional, sub, template, type Value } from './model';
import { bytes, fileTimes, guidBytes, integers, nothing, sidBytes, string, xml } from './values';

/* An event as Windows lays it out: a template for the System part, and one for each kind of EventData. */

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

const system = template(
  element('Event', { xmlns: NAMESPACE }, [
    element('System', {}, [
      element('Provider', { Name: 'Test-Provider', Guid: '{00000000-0000-0000-0000-000000000001}' }),
      element('EventID', {}, [optional(3, 0x06)]),
      element('Version', {}, [optional(11, 0x04)], 11),
      element('Level', {}, [optional(0, 0x04)], 0),
      element('Task', {}, [optional(2, 0x06)], 2),
      element('Opcode', {}, [optional(1, 0x04)], 1),
      element('Keywords', {}, [optional(5, 0x15)], 5),
      element('TimeCreated', { SystemTime: optional(6, 0x11) }),
      element('EventRecordID', {}, [optional(10, 0x0a)], 10),
      element('Correlation', { ActivityID: optional(7, 0x0f), RelatedActivityID: optional(13, 0x0f) }),
      element('Execution', { ProcessID: optional(8, 0x08), ThreadID: optional(9, 0x08) }),
      element('Channel', {}, ['Test-Provider/Operational']),
      element('Computer', {}, [sub(14)]),
      element('Security', { UserID: optional(12, 0x13) }),
    ]),
    sub(15, 0x21),
  ]),
);

/** A record with the sample's System part, followed by any EventData or UserData. */
export function event(number: number, ...data: Content[]): Content {
  return instance(system, [
    integers(0x04, 1, 4),
    integers(0x04, 1, 0),
    integers(0x06, 2, 1),
    integers(0x06, 2, 1),
    nothing,
    integers(0x15, 8, 0x8000000000000000n),
    fileTimes(0x11, '2026-03-04T08:15:30.1234567Z'),
    nothing,
    integers(0x08, 4, 3308),
    integers(0x08, 4, 4008),
    integers(0x0a, 8, number),
    integers(0x04, 1, 5),
    bytes(0x13, ...sidBytes('S-1-5-18')),
    nothing,
    string('ws-1.lab.example'),
    data.length === 0 ? nothing : xml(...data),
  ]);
}

const FIELDS = [
  ['UtcTime', 0x01],
  ['ProcessGuid', 0x0f],
  ['ProcessId', 0x08],
  ['Image', 0x01],
  ['CommandLine', 0x01],
  ['User', 0x01],
  ['LogonId', 0x15],
  ['Hashes', 0x01],
] as const;

const processData = template(
  element(
    'EventData',
    {},
    FIELDS.map(([name, type], i) => element('Data', { Name: name }, [sub(i, type)])),
  ),
);

/** The EventData of a process start. */
export function processValues(n: number): Value[] {
  return [
    string('2026-03-04 08:15:30.123'),
    bytes(0x0f, ...guidBytes('5770385f-c22a-43e0-bf4c-06f5698ffbd9')),
    integers(0x08, 4, 1000 + n),
    string(`C:\\Windows\\System32\\tool${n % 10}.exe`),
    string(`"C:\\Windows\\System32\\tool${n % 10}.exe" /run <${n}> && exit`),
    string('LAB\\ana'),
    integers(0x15, 8, 0x529ae3),
    string(`MD5=${String(n).padStart(32, '0')},SHA256=${String(n * 7919).padStart(64, '0')}`),
  ];
}

/** A complete event of that kind. */
export function processEvent(n: number): Content {
  return event(n, instance(processData, processValues(n)));
}
