import { describe, expect, it } from 'vitest';
import { certificateExport } from '../../app/examples/windows/certificate-export';
import { eventFact, LOGSOURCES } from '../knowledge';
import { compile } from '../rule';
import { type EventRow, eventCoverage } from './event-coverage';
import { ruleCard } from './rule-card';

/** A rule's card: its log source, the selection, and a selection that the condition excludes. */
function card(logsource: string, selection = 'F: 1', filter = 'G: 1') {
  const text = `title: t\nlogsource: {${logsource}}\ndetection:\n    s: {${selection}}\n    f: {${filter}}\n    condition: s and not f\n`;
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  return ruleCard(plan);
}

const line = ({ provider, id, title }: EventRow) => `${provider} ${id}: ${title}`;
const W = 'product: windows, ';

describe('eventCoverage', () => {
  it.each<[logsource: string, selection: string, rows: readonly string[]]>([
    [
      `${W}category: process_creation`,
      'F: 1',
      ['Sysmon 1: Process creation', 'Security-Auditing 4688: A new process has been created.'],
    ],
    [`${W}category: process_creation, service: sysmon`, 'F: 1', ['Sysmon 1: Process creation']],
    [
      `${W}category: ps_script`,
      'F: 1',
      [
        'PowerShell 4104: Creating Scriptblock text: the text of a script block before it runs',
        'PowerShellCore 4104: Creating Scriptblock text: the text of a script block before it runs',
      ],
    ],
    // A whole channel: the events that the rule tests, also by provider.
    [
      `${W}service: security`,
      'EventID: [4624, 4625]',
      [
        'Security-Auditing 4624: An account was successfully logged on.',
        'Security-Auditing 4625: An account failed to log on.',
      ],
    ],
    [`${W}service: security`, 'EventID: 1102', ['Eventlog 1102: The audit log was cleared.']],
    [`${W}service: security`, 'EventID: 9999', ['Security 9999: null']],
    [`${W}service: security`, 'F: 1', ['Security null: Every event of the channel Security']],
    [
      `${W}service: system`,
      "EventID: 7045, Provider_Name: 'Service Control Manager'",
      ['Service Control Manager 7045: A service was installed in the system.'],
    ],
    [`${W}service: system`, 'EventID: 7045, Provider_Name: Other', ['Other 7045: null']],
    // Of several channels, those that have the event.
    [
      `${W}service: applocker`,
      'EventID: [8004, 8007]',
      [
        'AppLocker 8007: A script or installer was prevented from running.',
        'AppLocker 8004: A file was prevented from running.',
      ],
    ],
    [`${W}category: file_access`, 'EventID: 12', ['Kernel-File 12: Create']],
    ['product: linux, category: process_creation', 'F: 1', ['Linux-Sysmon 1: Process creation']],
    [
      'product: macos, category: process_creation',
      'F: 1',
      ['Endpoint Security ES_EVENT_TYPE_NOTIFY_EXEC: A process executed an image.'],
    ],
    [
      'product: linux, service: auditd',
      'F: 1',
      ['auditd record types: Records of the Linux audit daemon: `SYSCALL`, `EXECVE`, `PATH`, `USER_LOGIN` …'],
    ],
    [W.slice(0, -2), 'F: 1', []],
    ['category: my_category', 'F: 1', []],
  ])('%s with %s', (logsource, selection, rows) => {
    expect(eventCoverage(card(logsource, selection)).rows.map(line)).toEqual(rows);
  });

  it.each<[logsource: string, note: string]>([
    ['product: windows', 'Every Windows event: the rule has neither category nor service.'],
    ['product: aws', 'Every event of aws: the rule has neither category nor service.'],
    ['product: aws, service: cloudtrail', 'The events of aws / cloudtrail are not known here.'],
    [`${W}category: process_creation`, ''],
  ])('for %s it says: %s', (logsource, note) => expect(eventCoverage(card(logsource)).note).toBe(note));

  it('leaves out the event ids of a filter', () => {
    const { rows } = eventCoverage(card(`${W}service: security`, 'EventID: 4624', 'EventID: 4625'));
    expect(rows.map((r) => r.id)).toEqual(['4624']);
  });

  it.each<[id: string, field: string, how: string, from: string]>([
    ['1', 'Image', 'own', ''],
    ['1', 'EventID', 'own', ''],
    ['1', 'Imphash', 'derived', 'Hashes'],
    ['1', 'Nonsense', 'absent', ''],
    ['4688', 'Image', 'mapped', 'NewProcessName'],
    ['4688', 'CommandLine', 'own', ''],
    ['4688', 'User', 'derived', 'SubjectDomainName SubjectUserName'],
    ['4688', 'Hashes', 'never', ''],
    ['4688', 'TokenElevationType', 'own', ''],
    ['4688', 'Nonsense', 'absent', ''],
    ['4688', 'Channel', 'own', ''],
  ])('%s carries %s: %s %s', (id, field, how, from) => {
    const { rows } = eventCoverage(card(`${W}category: process_creation`, `${field}: 1`));
    const found = rows.find((r) => r.id === id)?.fields[0];
    expect([found?.how, found?.from.join(' ')]).toEqual([how, from]);
  });

  it('of the certificate export', () => {
    const { logsource, rows } = eventCoverage(ruleCard(compile(certificateExport.rule).plan!));
    expect(logsource).toBe('windows / process_creation');
    expect(rows.map(({ turnOn }) => turnOn)).toEqual([
      'Sysmon runs with `ProcessCreate` rules that include the event.',
      'Audit policy, Detailed Tracking: `Audit Process Creation`. For the command line also `Include command line in process creation events`.',
    ]);
    expect(rows.map((r) => r.fields)).toEqual([
      [
        { field: 'CommandLine', how: 'own', from: [] },
        { field: 'ParentImage', how: 'own', from: [] },
      ],
      [
        { field: 'CommandLine', how: 'own', from: [] },
        { field: 'ParentImage', how: 'mapped', from: ['ParentProcessName'] },
      ],
    ]);
  });

  it.each<[channel: string, id: number, turnOn: string]>([
    [
      'Microsoft-Windows-Sysmon/Operational',
      24,
      'Sysmon runs with `ClipboardChange` rules that include the event. The configuration has `CaptureClipboard`.',
    ],
    ['Security', 4689, 'Audit policy, Detailed Tracking: `Audit Process Termination`.'],
    [
      'Security',
      4661,
      'Audit policy, Object Access: `Audit SAM (or DS Access, Directory Service Access: by the kind of object)`. The object needs an audit entry (SACL).',
    ],
  ])('for %s %d it says what to enable', (channel, id, turnOn) => {
    expect(eventFact(channel, id)?.turnOn).toBe(turnOn);
  });

  it('has a title and a setting for each event of a category in the tables', () => {
    const without = LOGSOURCES.flatMap(({ events }) =>
      events.flatMap(({ channel, provider, eventIds }) =>
        eventIds.filter((id) => !eventFact(channel ?? `provider:${provider}`, id)?.turnOn),
      ),
    );
    expect(without).toEqual([]);
  });

  it('has every field of a category in the tables in one of its events', () => {
    // Names that rules use and only a pipeline adds.
    const added = new Set(['GrandParentImage', 'ParentImage']);
    const missing = LOGSOURCES.filter((f) => f.category !== null && f.events.length > 0).flatMap((fact) =>
      fact.fields
        .filter((field) => !added.has(field))
        .filter((field) => {
          const facts = fact.events.flatMap(({ channel, eventIds }) =>
            eventIds.map((id) => (channel === null ? undefined : eventFact(channel, id))),
          );
          return facts.length > 0 && facts.every((f) => f?.fields && !f.fields.has(field));
        })
        .map((field) => `${fact.product}/${fact.category} ${field}`),
    );
    // The taxonomy gives these categories a field that Sysmon's own schema does not have.
    expect(missing).toEqual([
      'windows/registry_delete Details',
      'windows/raw_access_read CreationUtcTime',
      'windows/raw_access_read TargetFilename',
    ]);
  });

  it.each<[logsource: string, field: string, how: string]>([
    [`${W}category: file_access`, 'FileName', 'own'],
    [`${W}category: file_access`, 'Nonsense', 'unknown'],
    ['product: linux, service: auditd', 'a0', 'own'],
    ['product: macos, category: process_creation', 'CommandLine', 'own'],
    [`${W}service: windefend`, 'Threat', 'unknown'],
  ])(
    'if an event has no list of fields, that of the log source counts: %s %s is %s',
    (logsource, field, how) => {
      expect(eventCoverage(card(logsource, `${field}: 1`)).rows[0]?.fields[0]?.how).toBe(how);
    },
  );
});
