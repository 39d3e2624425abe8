import { entry, type YamlMap, type YamlNode } from '../rule';
import { nearest, prose, say } from '../text';
import { TestDiagnostics } from './codes';
import { valueUnder, yamlDocuments } from './documents';
import type { Expected, RuleTest, Suite, SuitesRead, WrittenEvent } from './model';
import { offsetOf } from './offset';
import { jsonOf } from './yaml-json';

/*
 * Exemplars: example events that a rule carries under `custom_attributes: rsigma.exemplars:`, each with what it is for.
 */

/** The key of exemplars, in `custom_attributes` or at the top of a rule. */
export const EXEMPLARS = 'rsigma.exemplars';
const KEYS = ['name', 'expect', 'event', 'events'];
const TIMED_KEYS = ['offset', 'event'];

const EXPECTED = new Map<string, Expected>([
  ['match', { kind: 'match' }],
  ['no-match', { kind: 'no match' }],
]);

/** Reads the exemplars of every document of a rule text. `action: global` lends its own to the documents after it. */
export function readExemplars(text: string): SuitesRead {
  const problems = new TestDiagnostics();
  const suites: Suite[] = [];
  let lent: YamlNode | null = null;
  for (const document of yamlDocuments(text, problems)) {
    if (document.kind !== 'map') continue;
    const own = listOf(document);
    const action = valueUnder(document, 'action');
    if (action?.kind === 'scalar' && (action.text === 'global' || action.text === 'reset')) {
      lent = own ?? null;
      continue;
    }
    const list = own ?? lent;
    if (!list) continue;
    const tests = new ExemplarReader(kindOf(document), problems).list(list);
    suites.push({ form: 'exemplars', document: document.range.start, ids: [], tests });
  }
  return { suites, problems: problems.all };
}

/** The list of exemplars of a document: that in `custom_attributes` wins over one at the top. */
export function listOf(document: YamlMap): YamlNode | undefined {
  const attributes = valueUnder(document, 'custom_attributes');
  const nested = attributes?.kind === 'map' ? entry(attributes, EXEMPLARS) : undefined;
  return (nested ?? entry(document, EXEMPLARS))?.value;
}

type Kind = 'detection' | 'correlation' | 'filter';

function kindOf(document: YamlMap): Kind {
  if (entry(document, 'correlation')) return 'correlation';
  return entry(document, 'filter') ? 'filter' : 'detection';
}

class ExemplarReader {
  private readonly names = new Set<string>();

  constructor(
    private readonly kind: Kind,
    private readonly problems: TestDiagnostics,
  ) {}

  list(node: YamlNode): RuleTest[] {
    if (node.kind !== 'sequence' || node.items.length === 0) {
      this.problems.error(
        'test-list',
        node.range,
        say`\`${EXEMPLARS}\` has to be a list of at least one exemplar.`,
      );
      return [];
    }
    if (this.kind === 'filter') {
      this.problems.error(
        'test-kind',
        node.range,
        prose('A filter has no verdict, so it can have no exemplars. Write them into its rule.'),
      );
      return [];
    }
    return node.items.flatMap((item) => this.exemplar(item) ?? []);
  }

  private exemplar(item: YamlNode): RuleTest | null {
    if (item.kind !== 'map') {
      this.problems.error(
        'test-list',
        item.range,
        prose('An exemplar has to be a map with `expect` and `event`.'),
      );
      return null;
    }
    this.knownKeys(item, KEYS);
    const said = entry(item, 'expect');
    const written = said?.value.kind === 'scalar' ? said.value.text : undefined;
    const expected = written === undefined ? undefined : EXPECTED.get(written);
    if (!expected) {
      const range = said?.value.range ?? { start: item.range.start, end: item.range.start + 1 };
      this.problems.error(
        'test-expect',
        range,
        prose('An exemplar needs `expect: match` or `expect: no-match`.'),
      );
    }
    const events = this.events(item);
    const name = this.name(item);
    if (!expected || !events) return null;
    return {
      name,
      expected,
      events: { kind: 'written', events },
      range: item.range,
      expectedRange: said!.value.range,
    };
  }

  private name(item: YamlMap): string {
    const found = entry(item, 'name');
    if (!found) return '';
    const name = found.value.kind === 'scalar' ? found.value.text.trim() : '';
    if (name === '')
      this.problems.error(
        'test-name',
        found.value.range,
        prose('The name of an exemplar has to be text. Leave out `name` if it needs none.'),
      );
    else if (this.names.has(name))
      this.problems.error(
        'test-name',
        found.value.range,
        say`Two exemplars are called \`${name}\`. Rename one.`,
      );
    this.names.add(name);
    return name;
  }

  private events(item: YamlMap): WrittenEvent[] | null {
    const [one, many] = [entry(item, 'event'), entry(item, 'events')];
    const key = this.kind === 'correlation' ? 'events' : 'event';
    const found = key === 'events' ? many : one;
    const other = key === 'events' ? one : many;
    if (other) {
      const why =
        key === 'events'
          ? 'A correlation looks at several events: write `events` with an `offset` for each.'
          : 'A rule looks at one event: write `event`. Only a correlation has `events`.';
      this.problems.error('test-event', other.key.range, prose(why));
      return null;
    }
    if (!found) {
      const { start } = item.range;
      this.problems.error('test-event', { start, end: start + 1 }, say`The exemplar has no \`${key}\`.`);
      return null;
    }
    return key === 'event' ? this.event(found.value, null) : this.sequence(found.value);
  }

  private event(node: YamlNode, offset: number | null): WrittenEvent[] | null {
    if (node.kind === 'map') return [{ json: jsonOf(node), offset, range: node.range }];
    this.problems.error('test-event', node.range, prose('`event` has to be a map of fields and values.'));
    return null;
  }

  private sequence(node: YamlNode): WrittenEvent[] | null {
    if (node.kind !== 'sequence' || node.items.length === 0) {
      this.problems.error(
        'test-event',
        node.range,
        prose('`events` has to be a list of at least one event, each with `offset` and `event`.'),
      );
      return null;
    }
    const read = node.items.map((item) => this.timed(item));
    const events = read.flatMap((one) => one ?? []);
    events.forEach(({ offset, range }, i) => {
      if (i > 0 && offset! < events[i - 1]!.offset!)
        this.problems.error(
          'test-offset',
          range,
          prose('The events have to be in the order of their `offset`.'),
        );
    });
    return read.includes(null) ? null : events;
  }

  private timed(item: YamlNode): WrittenEvent[] | null {
    if (item.kind !== 'map') {
      this.problems.error(
        'test-event',
        item.range,
        prose('Each of the `events` has to be a map with `offset` and `event`.'),
      );
      return null;
    }
    this.knownKeys(item, TIMED_KEYS);
    const [written, event] = [valueUnder(item, 'offset'), valueUnder(item, 'event')];
    const offset = written?.kind === 'scalar' ? offsetOf(written.text) : null;
    if (offset === null) {
      const range = written?.range ?? { start: item.range.start, end: item.range.start + 1 };
      this.problems.error(
        'test-offset',
        range,
        prose('Each of the `events` needs an `offset` such as `0s` or `30s`, `5m`, `1h`.'),
      );
    }
    const { start } = item.range;
    if (!event)
      this.problems.error(
        'test-event',
        { start, end: start + 1 },
        prose('This one of the `events` has no `event`.'),
      );
    const read = event ? this.event(event, offset) : null;
    return offset === null ? null : read;
  }

  private knownKeys(map: YamlMap, keys: readonly string[]): void {
    for (const { key } of map.entries) {
      if (keys.includes(key.text)) continue;
      const close = nearest(key.text, keys);
      this.problems.error(
        'test-key',
        key.range,
        say`An exemplar has no \`${key.text}\`.${close ? say` Did you mean \`${close}\`?` : ''}`,
      );
    }
  }
}
