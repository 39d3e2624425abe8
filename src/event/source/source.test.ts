import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithShared } from '../../testing/shared';
import { plain } from '../../text';
import { faultWords } from '../event';
import { readEvents } from '../read';
import { coverage, describeCoverage } from './coverage';
import { Recogniser } from './recognise';

const recogniser = new Recogniser();
const recognise = recogniser.recognise.bind(recogniser);

const event = (value: unknown) => readEvents(JSON.stringify(value)).slices[0]!.event!;
const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const sysmon = (id: unknown, more = {}) => ({ Channel: SYSMON, EventID: id, ...more });
const S4688 = {
  Channel: 'Security',
  EventID: 4688,
  NewProcessName: 'C:\\a.exe',
  ParentProcessName: 'C:\\b.exe',
  CommandLine: 'a -x',
  NewProcessId: '0x37c',
  ProcessId: '0x10',
  SubjectLogonId: '0x3e7',
  SubjectDomainName: 'CORP',
  SubjectUserName: 'eve',
  MandatoryLabel: 'S-1-16-12288',
};

describe('recognise', () => {
  it.each<[string, object]>([
    ['Sysmon 1', sysmon(1)],
    ['Sysmon 1', sysmon('1')],
    ['Sysmon 1', { Channel: SYSMON.toUpperCase(), EventID: 1 }],
    ['Sysmon', { Channel: SYSMON }],
    ['Security 4688', { Channel: 'Security', EventID: 4688 }],
    ['PowerShell 4104', { Channel: 'Microsoft-Windows-PowerShell/Operational', EventID: 4104 }],
    ['Bits-Client 16403', { Channel: 'Microsoft-Windows-Bits-Client/Operational', EventID: 16403 }],
    ['System 7045', { Channel: 'System', EventID: 7045, Provider_Name: 'Service Control Manager' }],
    ['Foo 3', { Channel: 'Microsoft-Windows-Foo/Operational', EventID: 3 }],
    ['Sysmon 11', { Provider_Name: 'Microsoft-Windows-Sysmon', EventID: 11 }],
    ['Security 4624', { Provider_Name: 'Microsoft-Windows-Security-Auditing', EventID: 4624 }],
    ['Sysmon for Linux 1', { Provider_Name: 'Linux-Sysmon', EventID: 1 }],
    ['Kernel-File 27', { Provider_Name: 'Microsoft-Windows-Kernel-File', EventID: 27 }],
    ['Security 4688', { EventID: 4688, NewProcessName: 'x' }],
    ['Security 4688', { NewProcessName: 'x', SubjectUserSid: 'S' }],
    ['Sysmon 3', { EventID: '3', UtcTime: 't' }],
    ['Sysmon 10', { EventID: 10, SourceProcessGUID: 'g' }],
    ['Sysmon for Linux 1', { EventID: 1, ProcessGuid: 'g', Image: '/bin/sh' }],
    ['Security 4624', { EventID: 4624, TargetUserSid: 'S' }],
    ['unknown source', { EventID: 1, Image: 'x' }],
    ['unknown source', { Channel: 'general', text: 'hello' }],
    ['unknown source', { eventSource: 'iam.amazonaws.com' }],
    ['Sysmon 1', { winlog: { channel: SYSMON, event_id: '1', event_data: {} } }],
  ])('%s: %j', (label, value) => expect(recognise(event(value)).label).toBe(label));

  it('gives the same object for the same source, and says why', () => {
    expect(recognise(event(sysmon(1)))).toBe(recognise(event(sysmon('1'))));
    expect(recognise(event(sysmon(1))).evidence).toBe(`Channel is ${SYSMON} and EventID is 1`);
  });
});

describe('coverage', () => {
  const w = (category: string | null, service: string | null = null) => ({
    product: 'windows',
    category,
    service,
  });
  it.each<[boolean, object, object]>([
    [true, w('process_creation'), sysmon(1)],
    [true, w('Process_Creation'), sysmon(1)],
    [true, w('process_creation'), S4688],
    [false, w('process_creation'), sysmon(11)],
    [true, w('process_creation'), { Image: 'x' }],
    [true, { category: 'process_creation' }, sysmon(1)],
    [false, { category: 'process_creation', product: 'linux' }, sysmon(1)],
    [true, { category: 'process_creation', product: 'linux' }, { Provider_Name: 'Linux-Sysmon', EventID: 1 }],
    [false, w('process_creation'), { Provider_Name: 'Linux-Sysmon', EventID: 1 }],
    [true, w(null, 'security'), S4688],
    [false, w(null, 'security'), sysmon(1)],
    [true, w(null, 'sysmon'), sysmon(1)],
    [true, w('process_creation', 'security'), S4688],
    [false, w('process_creation', 'security'), sysmon(1)],
    [true, w(null), sysmon(1)],
    [true, {}, sysmon(1)],
    [true, w('registry_event'), sysmon(13)],
    [true, w('registry_set'), sysmon(13)],
    [false, w('registry_set'), sysmon(12)],
    [true, w('file_delete_detected'), sysmon(26)],
    [true, w('file_access'), { Provider_Name: 'Microsoft-Windows-Kernel-File', EventID: 12 }],
    [true, w('ps_script'), { Channel: 'PowerShellCore/Operational', EventID: 4104 }],
    [false, { product: 'linux', service: 'auditd' }, sysmon(1)],
    [true, { product: 'linux', service: 'auditd' }, { type: 'EXECVE' }],
    [false, { category: 'proxy' }, sysmon(1)],
    [true, w('my_category'), sysmon(1)],
    [true, w('process_creation'), { Channel: SYSMON }],
  ])('%s: %j %j', (applicable, logsource, value) => {
    const found = coverage(logsource, recognise(event(value)));
    expect(found.applicable).toBe(applicable);
    expect(found.reason === '').toBe(applicable);
  });

  it('says why not', () => {
    expect(coverage(w('process_creation'), recognise(event(sysmon(11)))).reason).toBe(
      'The rule is for windows / process_creation (Sysmon 1, Security 4688); this event is Sysmon 11.',
    );
    expect(coverage(w('my_category'), recognise(event(sysmon(11)))).note).toContain('my_category');
  });

  it.each<[object, string]>([
    [w('process_creation'), 'Sysmon 1 · Security 4688'],
    [w('registry_event'), 'Sysmon 12/13/14'],
    [w('ps_script'), 'PowerShell 4104 · PowerShell Core 4104'],
    [w(null, 'security'), 'Security'],
    [w('process_creation', 'security'), 'Security 4688'],
    [w('file_rename'), 'Kernel-File 19/27/29'],
    [{ product: 'linux', service: 'auditd' }, ''],
    [{ product: 'windows' }, 'every Windows event'],
    [{}, ''],
  ])('%j is %s', (logsource, text) => expect(describeCoverage(logsource)).toBe(text));
});

describe('Security 4688 as process_creation', () => {
  const view = coverage({ product: 'windows', category: 'process_creation' }, recognise(event(S4688)));
  it.each<[string, unknown, string, object]>([
    ['Image', 'C:\\a.exe', 'mapped', {}],
    ['ParentImage', 'C:\\b.exe', 'mapped', {}],
    ['CommandLine', 'a -x', 'own', {}],
    ['ProcessId', ['0x37c', '892'], 'mapped', {}],
    ['ParentProcessId', ['0x10', '16'], 'mapped', {}],
    ['LogonId', '0x3e7', 'mapped', {}],
    ['User', 'CORP\\eve', 'derived', {}],
    ['IntegrityLevel', ['High', 'S-1-16-12288'], 'mapped', {}],
    ['Hashes', undefined, 'never', {}],
    ['Image', 'own', 'mapped', { Image: 'own' }],
    ['NewProcessName', 'C:\\a.exe', 'own', {}],
    ['ProcessId', [892, '0x37c'], 'mapped', { NewProcessId: 892 }],
    ['CommandLine', 'p', 'own', { CommandLine: undefined, ProcessCommandLine: 'p' }],
  ])('%s is %j (%s)', (field, value, kind, more) => {
    expect(view.resolve(field)(event({ ...S4688, ...more }))).toEqual(value);
    expect(view.origin(field).kind).toBe(kind);
  });

  it('keeps own names for a rule of the service', () => {
    const own = coverage({ product: 'windows', service: 'security' }, recognise(event(S4688)));
    expect([own.resolve('ProcessId')(event(S4688)), own.resolve('Image')(event(S4688))]).toEqual([
      '0x10',
      undefined,
    ]);
  });

  it('finds the characters', () => {
    const text = JSON.stringify(S4688);
    const one = event(S4688);
    const cut = (field: string, start: number, end: number, member?: number) =>
      view
        .locate(one, field, member)
        ?.toText({ start, end })
        .map((r) => text.slice(r.start, r.end));
    expect(cut('Image', 0, 3)).toEqual(['C:\\\\']);
    expect(cut('User', 0, 8)).toEqual(['CORP', 'eve']);
    expect(cut('User', 5, 7)).toEqual(['ev']);
    expect(cut('User', 4, 5)).toEqual(['']);
    expect(cut('ProcessId', 0, 3, 0)).toEqual(['0x3']);
    expect(cut('ProcessId', 0, 3, 1)).toEqual(['0x37c']);
    expect(cut('IntegrityLevel', 0, 4, 0)).toEqual(['S-1-16-12288']);
    expect(cut('Hashes', 0, 1)).toBeUndefined();
    expect(plain(view.origin('Image').text!)).toBe('Security 4688 names it NewProcessName.');
    expect(plain(view.origin('Hashes').text!)).toBe('Security 4688 never has Hashes.');
  });
});

describeWithShared('regression recordings', (dir) => {
  it('are read without error, recognised, and every value is found in the text', () => {
    const folder = join(dir, 'corpus', 'regression');
    let events = 0;
    for (const name of readdirSync(folder)) {
      let text: string;
      try {
        text = readFileSync(join(folder, name, 'events.json'), 'utf8');
      } catch {
        continue; // a recording that is not JSON
      }
      for (const slice of readEvents(text).slices) {
        expect(slice.event ? '' : plain(faultWords(slice))).toBe('');
        const one = slice.event!;
        expect(recognise(one).known).toBe(true);
        expect([name, coverage(logsourceOf(join(folder, name, 'rule.yml')), recognise(one)).reason]).toEqual([
          name,
          '',
        ]);
        for (const field of one.fields()) expect(one.locate(field)).toBeDefined();
        for (const leaf of one.leaves()) {
          const found = one.locatePath(leaf.path)!;
          const raw = text.slice(found.value.start, found.value.end);
          expect(JSON.parse(typeof leaf.value === 'string' ? `"${raw}"` : raw)).toBe(leaf.value);
        }
        events++;
      }
    }
    console.log(`${events} recorded events read and recognised`);
    expect(events).toBeGreaterThan(80);
  });
});

/**
 * The log source of a rule whose block is plain, as all of the corpus are; the YAML reader is in a layer that this one
 * cannot import.
 */
function logsourceOf(path: string): Record<string, string> {
  const block = /^logsource:\r?\n((?:[ \t]+.*\r?\n)+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/^\s+(product|category|service):\s*(\S+)/gm)].map((m) => [m[1]!, m[2]!]),
  );
}
