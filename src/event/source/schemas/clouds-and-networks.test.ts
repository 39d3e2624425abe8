import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../text';
import { readEvents } from '../../read';
import { coverage } from '../coverage';
import { evidence } from '../evidence';
import { recognise } from '../recognise';
import { AUDIT, CASES, exec, hex, IIS } from './clouds-and-networks.cases';
import { SCHEMAS } from './list';

describe.each(Object.entries(CASES))('%s', (label, { text, evidence: said, serves, differs, fields }) => {
  const event = readEvents(text).slices[0]!.event!;
  const source = recognise(event);

  it('is recognised, and said by which fields', () => {
    expect(source.label).toBe(label);
    expect(plain(evidence(event))).toBe(said);
    expect(SCHEMAS.flatMap(({ kinds }) => kinds)).toContain(source.kind);
  });

  it('serves the log sources of its rules, and no others', () => {
    expect(coverage(serves, source)).toMatchObject({ applicable: true, note: '' });
    expect(coverage(differs, source).applicable).toBe(false);
    expect(coverage(differs, source).reason).toContain(label);
  });

  it.each(
    fields.map(([field, value, characters]) => ({ field, value, characters: characters ?? [String(value)] })),
  )('$field is $value', ({ field, value, characters }) => {
    const view = coverage(serves, source);
    expect(view.resolve(field)(event)).toEqual(value);
    const found = view.locate(event, field);
    if (value === undefined) return expect(found).toBeUndefined();
    const all = found!.toText({ start: 0, end: String(value).length });
    expect(all.map((r) => text.slice(r.start, r.end))).toEqual(characters);
  });
});

it('rules for the service auditd see its own names alone', () => {
  const event = readEvents(AUDIT).slices[0]!.event!;
  const view = coverage({ product: 'linux', service: 'auditd' }, recognise(event));
  expect([view.applicable, view.resolve('exe')(event), view.resolve('Image')(event)]).toEqual([
    true,
    '/usr/bin/curl',
    undefined,
  ]);
});

describe('a log of IIS', () => {
  it.each<[query: string, value: unknown, start: number, end: number, characters: string[]]>([
    ['a=b', ['a=b', '/owa/x.aspx?a=b'], 0, 15, ['/owa/x.aspx', 'a=b']],
    ['a=b', ['a=b', '/owa/x.aspx?a=b'], 5, 8, ['x.a']],
    ['-', ['-', '/owa/x.aspx'], 0, 4, ['/owa']],
  ])('has the path in cs-uri-query too, as rules have it: %s', (query, value, start, end, characters) => {
    const text = IIS.replace('a=b', query);
    const event = readEvents(text).slices[0]!.event!;
    const view = coverage({ category: 'webserver' }, recognise(event));
    expect(view.resolve('cs-uri-query')(event)).toEqual(value);
    const found = view.locate(event, 'cs-uri-query', 1)!.toText({ start, end });
    expect(found.map((r) => text.slice(r.start, r.end))).toEqual(characters);
    const [own] = view.locate(event, 'cs-uri-query', 0)!.toText({ start: 0, end: 1 });
    expect(text.slice(own!.start, own!.end)).toBe(query[0]);
    expect(plain(view.origin('cs-uri-query', event).text!)).toContain('separately in cs-uri-stem');
  });

  it('serves rules for web servers and for IIS', () => {
    const source = recognise(readEvents(IIS).slices[0]!.event!);
    expect(source.label).toBe('web server log');
    for (const rule of [{ category: 'webserver' }, { service: 'iis' }])
      expect(coverage(rule, source)).toMatchObject({ applicable: true, note: '' });
    const note = 'The event does not show its product, so it may or may not be windows.';
    expect(coverage({ product: 'windows', category: 'webserver' }, source).note).toBe(note);
  });
});

describe('a command line out of words', () => {
  it('each part of it stands in its word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 5 }), (args) => {
        const text = JSON.stringify({ ...exec, event: { exec: { ...exec.event.exec, args } } });
        const event = readEvents(text).slices[0]!.event!;
        const view = coverage({ category: 'process_creation' }, recognise(event));
        const line = view.resolve('CommandLine')(event) as string;
        expect(line).toBe(args.join(' '));
        let at = 0;
        for (const word of args) {
          const places = view.locate(event, 'CommandLine')!.toText({ start: at, end: at + word.length });
          const written = places.map((r) => JSON.parse(`"${text.slice(r.start, r.end)}"`) as string);
          expect(written.join('')).toBe(word);
          at += word.length + 1;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a word of auditd that stands in several records of the event is one', () => {
    const text = AUDIT.replace('a1="-o"', 'a1[0]="-o" a1[1]="k"');
    const event = readEvents(text).slices[0]!.event!;
    const view = coverage({ category: 'process_creation' }, recognise(event));
    expect(view.resolve('CommandLine')(event)).toBe('curl -ok /tmp/a b');
    expect(plain(view.origin('CommandLine', event).text!)).toBe(
      'auditd has its arguments in a0 and a1 and a2.',
    );
  });

  it('without EXECVE it is the title', () => {
    const text = AUDIT.replace(/type=EXECVE.*\n/, '').replace('"curl"\n', `${hex('curl\0-s')}\n`);
    const event = readEvents(text).slices[0]!.event!;
    expect(recognise(event).label).toBe('auditd');
  });
});

describe('rows of Velociraptor that are events of Windows', () => {
  it('are those events', () => {
    const text = JSON.stringify({
      System: {
        Provider: { Name: 'Microsoft-Windows-Security-Auditing' },
        EventID: { Value: 4688 },
        Channel: 'Security',
      },
      EventData: { NewProcessName: 'C:\\a.exe', CommandLine: 'a' },
    });
    const event = readEvents(text).slices[0]!.event!;
    expect(recognise(event).label).toBe('Security 4688');
    expect(event.get('EventID')).toBe(4688);
    const [place] = event.locate('EventID')!.toText({ start: 0, end: 4 });
    expect(text.slice(place!.start, place!.end)).toBe('4688');
  });
});

describe('any event', () => {
  const SIGNS = [...new Set(SCHEMAS.flatMap(({ signs }) => signs))];
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      1,
      true,
      [],
      {},
      ['a'],
      [[1]],
      { path: 1 },
      'SignInLogs',
      'x.amazonaws.com',
    ),
    fc.string({ maxLength: 5 }),
  );
  it('is recognised or not without throwing, whatever its signs hold', () => {
    const names = fc.constantFrom(
      ...SIGNS,
      'event',
      'process',
      'type',
      'eventName',
      'id',
      'a0',
      'Pid',
      'Ppid',
      'CommandLine',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value, { maxKeys: 6 }), (object) => {
        const event = readEvents(JSON.stringify(object)).slices[0]!.event!;
        const source = recognise(event);
        for (const category of ['process_creation', 'file_event', 'webserver']) {
          const view = coverage({ category }, source);
          for (const field of ['Image', 'CommandLine', 'TargetFilename', 'User', 'md5']) {
            view.resolve(field)(event);
            view.origin(field, event);
            view.locate(event, field)?.toText({ start: 0, end: 3 });
          }
        }
        expect(source.label).not.toBe('');
      }),
      { numRuns: 1500 },
    );
  });
});
