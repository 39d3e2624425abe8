import { describe, expect, it } from 'vitest';
import { coverage, Recogniser, readEvents } from '../event';
import { byRuleName, type FieldMapping } from './field-mapping';

const recogniser = new Recogniser();
const recognise = recogniser.recognise.bind(recogniser);

const CREATION = { product: 'windows', category: 'process_creation' };
const S4688 = { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\a.exe', cmd: 'a -x' };

describe('field names mapped by hand', () => {
  it.each<[object, FieldMapping, string, unknown]>([
    [{ cmd: 'x' }, { cmd: 'CommandLine' }, 'CommandLine', 'x'],
    [{ proc: { cmd: 'x' } }, { 'proc.cmd': 'CommandLine' }, 'CommandLine', 'x'],
    [{ cmd: 'x', CommandLine: 'y' }, { cmd: 'CommandLine' }, 'CommandLine', 'x'],
    [{ CommandLine: 'y' }, { cmd: 'CommandLine' }, 'CommandLine', 'y'],
    [{ b: 'x' }, { a: 'CommandLine', b: 'CommandLine' }, 'CommandLine', 'x'],
    [{ cmd: 'x' }, { ' cmd ': ' CommandLine ' }, 'CommandLine', 'x'],
    [{ cmd: 'x' }, { cmd: 'CommandLine' }, 'cmd', 'x'],
    [{ cmd: 'x' }, {}, 'CommandLine', undefined],
    [S4688, { cmd: 'CommandLine' }, 'Image', 'C:\\a.exe'],
    [S4688, { cmd: 'Hashes' }, 'Hashes', 'a -x'],
    [{ cmd: null }, { cmd: 'CommandLine' }, 'CommandLine', null],
  ])('%j with %j: %s', (value, mapping, field, expected) => {
    const text = JSON.stringify(value);
    const event = readEvents(text).slices[0]!.event!;
    const view = coverage(CREATION, recognise(event), mapping);
    expect(view.resolve(field)(event)).toBe(expected);
    const found = view.locate(event, field);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(text.slice(found!.value.start, found!.value.end)).toContain(String(expected).slice(-4));
  });

  it('says who named it', () => {
    const event = readEvents(JSON.stringify(S4688)).slices[0]!.event!;
    const view = coverage(CREATION, recognise(event), { cmd: 'CommandLine' });
    expect(view.origin('CommandLine')).toMatchObject({
      kind: 'mapped',
      text: ['Your mapping says that cmd is CommandLine.'],
    });
    expect(view.origin('Image').kind).toBe('mapped');
  });

  it('is empty for a mapping without effect', () => {
    expect(byRuleName({ a: 'a', '': 'b', c: ' ' }).size).toBe(0);
  });

  it('an empty mapping costs nothing, whichever object it is', () => {
    const event = readEvents(JSON.stringify(S4688)).slices[0]!.event!;
    const plain = coverage(CREATION, recognise(event));
    expect(coverage(CREATION, recognise(event), structuredClone({}))).toBe(plain);
  });
});
