import { describe, expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import {
  type Content,
  element,
  instance,
  optional,
  sub,
  type TemplateModel,
  template,
} from '../../testing/evtx/model';
import { event, processEvent } from '../../testing/evtx/sample';
import { integers, nothing, string, xml } from '../../testing/evtx/values';
import { readEvtx } from './read';

function texts(...contents: Content[]): string[] {
  const log = new LogWriter();
  for (const content of contents) log.add(content);
  const { records, problems } = readEvtx(log.bytes());
  return [...records.map(({ xml }) => xml), ...problems.all.map(({ code }) => code)];
}

describe('tokens', () => {
  it.each<[string, Content, string]>([
    ['an element of one tag', element('a'), '<a />'],
    ['an element without content', element('a', {}, []), '<a></a>'],
    ['text', element('a', {}, ['x < y']), '<a>x &lt; y</a>'],
    ['attributes', element('a', { b: '1', c: 'x"<&>\n' }), '<a b="1" c="x&quot;&lt;&amp;&gt;&#xA;" />'],
    [
      'elements inside',
      element('a', {}, [element('b'), element('c', {}, ['1'])]),
      '<a>\n  <b />\n  <c>1</c>\n</a>',
    ],
    ['text beside an element', element('a', {}, ['1', element('b')]), '<a>1<b /></a>'],
    [
      'CDATA',
      element('a', {}, [{ kind: 'cdata', text: '<x> ]]> y' }]),
      '<a><![CDATA[<x> ]]]]><![CDATA[> y]]></a>',
    ],
    ['a character reference', element('a', {}, [{ kind: 'character', code: 0x26 }]), '<a>&amp;</a>'],
    ['an entity', element('a', {}, [{ kind: 'entity', name: 'lt' }]), '<a>&lt;</a>'],
    [
      'an entity that nothing declares',
      element('a', {}, [{ kind: 'entity', name: 'nbsp' }]),
      '<a>&amp;nbsp;</a>',
    ],
    [
      'references in an attribute',
      element('a', { b: ['x', { kind: 'entity', name: 'quot' }, { kind: 'character', code: 0x3c }] }),
      '<a b="x&quot;&lt;" />',
    ],
    [
      'a processing instruction',
      element('a', {}, [{ kind: 'instruction', target: 'p', text: 'x?>y' }]),
      '<a><?p x? >y?></a>',
    ],
    ['a name with other letters', element('Größe'), '<Größe />'],
  ])('%s', (_, content, expected) => expect(texts(content)).toEqual([expected]));
});

describe('templates', () => {
  const two = template(element('a', { b: sub(0) }, [sub(1)]));
  it.each<[string, TemplateModel, Parameters<typeof instance>[1], string]>([
    ['values in content and attribute', two, [string('1'), string('2')], '<a b="1">2</a>'],
    ['null values', two, [nothing, nothing], '<a b=""></a>'],
    ['one value twice', template(element('a', { b: sub(0) }, [sub(0)])), [string('x')], '<a b="x">x</a>'],
    [
      'a value beside text',
      template(element('a', {}, ['[', sub(0), ']'])),
      [integers(0x08, 4, 5)],
      '<a>[5]</a>',
    ],
    ['an optional attribute', template(element('a', { b: optional(0), c: '1' })), [nothing], '<a c="1" />'],
    [
      'an optional element',
      template(element('a', {}, [element('b', { d: '1' }, [optional(0)]), element('c')])),
      [nothing],
      '<a>\n  <c />\n</a>',
    ],
    ['an optional element that is empty', template(element('a', {}, [optional(0)])), [string('')], '<a></a>'],
    [
      'an element that depends on a value',
      template(element('a', {}, [element('b', {}, ['x'], 0)])),
      [nothing],
      '<a>\n</a>',
    ],
    [
      'an element that depends on a value',
      template(element('a', {}, [element('b', {}, ['x'], 0)])),
      [string('')],
      '<a>\n  <b>x</b>\n</a>',
    ],
    [
      'a value of another type than expected',
      template(element('a', {}, [sub(0, 0x21)])),
      [string('x')],
      '<a>x\n</a>',
    ],
    [
      'BinXML that is null',
      template(element('a', {}, [element('b'), sub(0, 0x21)])),
      [nothing],
      '<a>\n  <b />\n</a>',
    ],
    [
      'BinXML',
      template(element('a', {}, [element('b'), sub(0, 0x21)])),
      [xml(element('c', {}, [element('d')]))],
      '<a>\n  <b />\n  <c>\n    <d />\n  </c>\n</a>',
    ],
    [
      'several elements in BinXML',
      template(element('a', {}, [sub(0, 0x21)])),
      [xml(element('c'), element('d'))],
      '<a>\n  <c />\n  <d />\n</a>',
    ],
  ])('%s: %#', (_, model, values, expected) => expect(texts(instance(model, values))).toEqual([expected]));

  it('stand inside one another', () => {
    const inner = template(element('c', { d: sub(0) }));
    const outer = template(element('a', {}, [sub(0, 0x21)]));
    const other = template(element('x', {}, [element('y', {}, [sub(0, 0x21)])]));
    const nested = xml(instance(inner, [string('1')]));
    expect(texts(instance(outer, [nested]), instance(other, [nested]), instance(outer, [nested]))).toEqual([
      '<a>\n  <c d="1" />\n</a>',
      '<x>\n  <y>\n    <c d="1" />\n  </y>\n</x>',
      '<a>\n  <c d="1" />\n</a>',
    ]);
  });

  it('are found again, and anew in the next chunk', () => {
    const log = new LogWriter();
    for (let i = 1; i <= 150; i++) log.add(processEvent(i));
    const { records, problems } = readEvtx(log.bytes());
    expect(problems.all).toEqual([]);
    expect(records.map(({ number }) => number)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect(new Set(records.map(({ chunk }) => chunk)).size).toBeGreaterThan(1);
    for (const { number, xml } of records) {
      expect(xml).toContain(`<EventRecordID>${number}</EventRecordID>`);
      expect(xml).toContain(`<Data Name="ProcessId">${1000 + number}</Data>`);
    }
  });
});

it('an event has the System part and the user data of its provider', () => {
  const user = element('UserData', {}, [
    element('EventXML', { xmlns: 'urn:test' }, [element('Param', {}, ['x & y'])]),
  ]);
  expect(texts(event(7, user))[0]).toBe(`<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="Test-Provider" Guid="{00000000-0000-0000-0000-000000000001}" />
    <EventID>1</EventID>
    <Version>5</Version>
    <Level>4</Level>
    <Task>1</Task>
    <Opcode>0</Opcode>
    <Keywords>0x8000000000000000</Keywords>
    <TimeCreated SystemTime="2026-03-04T08:15:30.1234567Z" />
    <EventRecordID>7</EventRecordID>
    <Correlation />
    <Execution ProcessID="3308" ThreadID="4008" />
    <Channel>Test-Provider/Operational</Channel>
    <Computer>ws-1.lab.example</Computer>
    <Security UserID="S-1-5-18" />
  </System>
  <UserData>
    <EventXML xmlns="urn:test">
      <Param>x &amp; y</Param>
    </EventXML>
  </UserData>
</Event>`);
});

it('a record tells where and when it was written', () => {
  const log = new LogWriter().add(element('a')).add(element('b'));
  const { records } = readEvtx(log.bytes());
  expect(records.map(({ number, written, chunk, offset }) => [number, written, chunk, offset])).toEqual(
    log.records.map(({ start }, i) => [i + 1, '2026-03-04T08:15:30.1234567Z', 0, start]),
  );
});
