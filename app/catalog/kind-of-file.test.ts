import { expect, test } from 'vitest';
import { isYamlOfEvents, kindByContent, kindByName } from './kind-of-file';

for (const [name, kind] of [
  ['a.yml', 'rule'],
  ['A.YAML', 'rule'],
  ['a.evtx', 'events'],
  ['a.jsonl', 'events'],
  ['a.csv', 'events'],
  ['a.zip', 'archive'],
  ['a.txt', null],
  ['README.md', null],
  ['a', null],
] as const)
  test(`by its name ${name} is ${kind}`, () => expect(kindByName(name)).toBe(kind));

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

for (const [what, content, kind] of [
  ['a rule', 'title: a\nlogsource:\n  product: windows\ndetection:\n  s: x\n', 'rule'],
  ['a rule that lost its indentation', 'title: a\ndetection:\ns:\nA: b\ncondition: s\n', 'rule'],
  ['a rule in UTF-16', utf16('title: a\ndetection:\n  s: x\n'), 'rule'],
  ['a correlation', 'title: a\ncorrelation:\n  type: event_count\n', 'rule'],
  ['YAML that is no rule', 'title: a\nother: b\n', 'unknown'],
  ['JSON', '{"EventID":1,"title":"a"}\n', 'events'],
  ['JSON that is cut', `{"A":1}\n{"B":"${'x'.repeat(100)}`, 'events'],
  ['XML', '<Event><System/></Event>', 'events'],
  ['CSV', 'EventID,Image\n1,a.exe\n2,b.exe\n', 'events'],
  ['key=value', 'a=1 b=2\na=3 b=4\n', 'events'],
  ['prose', 'Some notes on nothing at all.\nAnd more.\n', 'unknown'],
  ['nothing', '', 'unknown'],
  ['an event log', 'ElfFile\0rest', 'events'],
  ['an archive', 'PK\x03\x04rest', 'archive'],
  ['a picture', '\x89PNG\r\n\x1a\n\0\0', 'binary'],
] as const)
  test(`by its content it is ${kind}: ${what}`, () => {
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content;
    expect(kindByContent(bytes)).toBe(kind);
  });

test.each([
  ['---\nEventID: 1\nImage: a.exe\n---\nEventID: 2\n', true],
  ['- EventID: 1\n- EventID: 2\n', true],
  ['title: A rule that was begun\n', false],
  ['EventID: 1\n---\nlogsource: {product: windows}\n', false],
  ['', false],
])('YAML is events where it is no rule: %j', (text, isEvents) => {
  expect(isYamlOfEvents(new TextEncoder().encode(text))).toBe(isEvents);
});
