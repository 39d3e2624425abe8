/* Names that every object inherits, and places where a user may write one, for tests that names are treated as data. */

/** What each object inherits, and what the language itself looks up in objects. */
export const INHERITED: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'then',
  'toJSON',
  'length',
];

/** What a JavaScript object or function looks like in a text by mistake. */
const SPILT = /\[object |native code|function \w*\(|\bclass \w+ \{/;

/** Every text in a value that shows an internal object. Throws if the value cannot be posted between threads. */
export function spiltTexts(value: unknown): string[] {
  const texts: string[] = [];
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (SPILT.test(part)) texts.push(part);
    } else if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null)
      for (const [name, member] of Object.entries(part)) {
        look(name);
        look(member);
      }
  };
  look(structuredClone(value));
  return texts;
}

const TOP = (more: string) =>
  `title: A name\nlogsource: {product: test}\ndetection:\n    s: {F: v}\n    condition: s\n${more}`;
const DETECTION = (detection: string) =>
  `title: A name\nlogsource: {product: test}\ndetection:\n${detection}`;
const ITEM = (key: string, value: string) =>
  DETECTION(`    s:\n        ${key}: ${value}\n    condition: s\n`);
const LOGSOURCE = (key: string, value: string) => TOP('').replace('{product: test}', `{${key}: ${value}}`);
const CORRELATION = (name: string, more: string, type = 'event_count') =>
  `${TOP(`name: ${name}\n`)}---\ntitle: Several\ncorrelation:\n    type: ${type}\n    rules: [${name}]\n    timespan: 1m\n${more}`;
const COUNT = '    condition: {gte: 1}\n';

/** Rules with a name in one place; the text, by place. */
export const RULE_PLACES: readonly (readonly [place: string, text: (name: string) => string])[] = [
  ...['title', 'id', 'status', 'level', 'description', 'author', 'date', 'modified', 'license', 'name'].map(
    (key) => [key, (n: string) => `${TOP('').replace('title: A name\n', '')}${key}: ${n}\n`] as const,
  ),
  ...['tags', 'falsepositives', 'references', 'fields', 'scope', 'taxonomy'].map(
    (key) => [`in ${key}`, (n: string) => TOP(`${key}: [${n}, ${n}.x, attack.${n}, x.${n}]\n`)] as const,
  ),
  ['a key', (n) => TOP(`${n}: v\n`)],
  ['a key twice', (n) => TOP(`${n}: v\n${n}: w\n`)],
  ['related.type', (n) => TOP(`related: [{id: 11111111-1111-4111-8111-111111111111, type: ${n}}]\n`)],
  ['related.id', (n) => TOP(`related: [{id: ${n}, type: derived}]\n`)],
  ['related', (n) => TOP(`related: [{${n}: ${n}}]\n`)],
  ['action', (n) => `action: ${n}\n---\n${TOP('')}`],
  ...['product', 'category', 'service', 'definition'].map(
    (key) => [`logsource.${key}`, (n: string) => LOGSOURCE(key, n)] as const,
  ),
  ['a key of logsource', (n) => LOGSOURCE(n, n)],
  ['a selection', (n) => DETECTION(`    ${n}: {F: v}\n    condition: ${n}\n`)],
  ['a selection that is not there', (n) => DETECTION(`    s: {F: v}\n    condition: s or ${n}\n`)],
  [
    'a pattern of selections',
    (n) => DETECTION(`    ${n}: {F: v}\n    condition: 1 of ${n}* or all of ${n}\n`),
  ],
  ['a key of detection', (n) => DETECTION(`    s: {F: v}\n    condition: s\n    ${n}: v\n`)],
  [
    'timeframe',
    (n) => DETECTION(`    s: {F: v}\n    condition: s | ${n}(F) by F > 1\n    timeframe: ${n}\n`),
  ],
  ['a field', (n) => ITEM(n, 'v')],
  ['a field under a field', (n) => ITEM(`a.${n}.b`, 'v')],
  ['a map in a field', (n) => ITEM('F', `{${n}: v}`)],
  ['a field twice', (n) => DETECTION(`    s: [{${n}: v}, {${n}|contains: v}]\n    condition: s\n`)],
  ['a modifier', (n) => ITEM(`F|${n}`, 'v')],
  ['modifiers', (n) => ITEM(`F|contains|${n}|${n}`, 'v')],
  ['a value', (n) => ITEM('F', n)],
  ['values', (n) => ITEM('F|contains|all', `[${n}, v]`)],
  ['keywords', (n) => DETECTION(`    s: [${n}, v]\n    condition: s\n`)],
  ['a placeholder', (n) => ITEM('F|expand', `'%${n}%'`)],
  ['placeholders', (n) => ITEM('F|expand|contains', `['a%${n}%b%${n}%', '%${n}%']`)],
  ['fieldref', (n) => ITEM('F|fieldref', n)],
  ['a regular expression', (n) => ITEM('F|re', `'(?<${n}>v)|(?=${n})'`)],
  ['cidr', (n) => ITEM('F|cidr', n)],
  ['a number', (n) => ITEM('F|gte', n)],
  ['correlation.type', (n) => CORRELATION('r', COUNT, n)],
  ['correlation.rules', (n) => CORRELATION(n, COUNT)],
  ['correlation.rules, absent', (n) => CORRELATION('r', COUNT).replace('rules: [r]', `rules: [r, ${n}]`)],
  ['correlation.timespan', (n) => CORRELATION('r', COUNT).replace('1m', n)],
  ['correlation.group-by', (n) => CORRELATION('r', `    group-by: [${n}, F]\n${COUNT}`)],
  ['correlation.condition', (n) => CORRELATION('r', `    condition: {${n}: 1}\n`)],
  ['correlation.condition beside', (n) => CORRELATION('r', `    condition: {gte: 1, ${n}: ${n}}\n`)],
  ['correlation.field', (n) => CORRELATION('r', `    condition: {gte: 1, field: ${n}}\n`, 'value_count')],
  [
    'correlation.aliases',
    (n) => CORRELATION(n, `    aliases: {${n}: {${n}: ${n}}}\n    group-by: [${n}]\n${COUNT}`),
  ],
  ['a key of correlation', (n) => CORRELATION('r', `    ${n}: ${n}\n${COUNT}`)],
  ['temporal', (n) => CORRELATION(n, `    group-by: [${n}]\n`, 'temporal')],
  [
    'filter.rules',
    (n) =>
      `${TOP(`name: ${n}\n`)}---\ntitle: No\nlogsource: {product: test}\nfilter:\n    rules: [${n}]\n    s: {${n}: w}\n    condition: not s\n`,
  ],
  [
    'a selection of a filter',
    (n) =>
      `${TOP('name: r\n')}---\ntitle: No\nlogsource: {product: test}\nfilter:\n    rules: [r]\n    ${n}: {G: w}\n    condition: not ${n}\n`,
  ],
];

interface EventPlace {
  readonly text: (name: string) => string;
  /** What the field is called, if not just the name. */
  readonly field?: (name: string) => string;
  /** The allowed names, if not all are. */
  readonly takes?: RegExp;
}

/** Events of each kind of text with a field of this name, whose value is `v`. */
export const EVENT_PLACES: readonly (readonly [place: string, EventPlace])[] = [
  ['JSON', { text: (n) => `{"${n}": "v", "F": "v"}` }],
  ['JSON with a large number', { text: (n) => `{"${n}": "v", "F": 12345678901234567890}` }],
  [
    'Windows XML as JSON',
    { text: (n) => `{"Event": {"System": {"Channel": "Security"}, "EventData": {"${n}": "v"}}}` },
  ],
  [
    'a list of data',
    {
      text: (n) =>
        `{"Event": {"System": {"Channel": "Security"}, "EventData": {"Data": [{"@Name": "${n}", "#text": "v"}]}}}`,
    },
  ],
  ['Winlogbeat', { text: (n) => `{"winlog": {"channel": "Security", "event_data": {"${n}": "v"}}}` }],
  ['Elasticsearch', { text: (n) => `{"_index": "i", "_source": {"${n}": "v"}}` }],
  [
    'a payload in JSON',
    { text: (n) => `{"EventID": 1, "Payload": "{\\"EventData\\": {\\"${n}\\": \\"v\\"}}"}` },
  ],
  [
    'XML',
    {
      text: (n) =>
        `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Channel>Security</Channel></System><EventData><Data Name="${n}">v</Data></EventData></Event>`,
    },
  ],
  [
    'XML twice',
    {
      text: (n) =>
        `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Channel>Security</Channel></System><EventData><Data Name="${n}">v</Data><Data Name="${n}">w</Data></EventData></Event>`,
    },
  ],
  [
    'XML of objects',
    {
      text: (n) =>
        `<Objects><Object><Property Name="${n}">v</Property><Property Name="x">w</Property></Object></Objects>`,
    },
  ],
  ['CSV', { text: (n) => `EventID,${n},Channel\n1,v,Security\n` }],
  ['TSV', { text: (n) => `EventID\t${n}\tChannel\n1\tv\tSecurity\n` }],
  ['key=value', { text: (n) => `time=1 host=pc ${n}=v user=ann` }],
  [
    'auditd',
    {
      text: (n) => `type=SYSCALL msg=audit(1364481363.243:24287): arch=c000003e ${n}=v pid=3538`,
      takes: /^[a-z]/,
    },
  ],
  ['# header', { text: (n) => `#Fields: date time ${n}\n2026-01-02 03:04:05 v\n` }],
  [
    'syslog',
    { text: (n) => `<13>1 2026-01-02T03:04:05Z host app 1 - [x@1 ${n}="v"] hello`, field: (n) => `x@1.${n}` },
  ],
  [
    'syslog with JSON',
    { text: (n) => `<13>1 2026-01-02T03:04:05Z host app 1 - [x@1 ${n}="v"] {"${n}": "v"}` },
  ],
];
