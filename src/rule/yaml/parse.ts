import { EVENT_ID, type Event, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import { RULE, told } from '../../limits';
import { prose, type Range, resolvePlain, say, scalarOf } from '../../text';
import type { RuleDiagnostics } from '../codes';
import { mergedEntries, mergedMaps, writeOut } from './merge-key';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSequence } from './node';
import { explainSyntaxError } from './syntax-error';

/**
 * Reads YAML text into one tree with ranges for each document. Problems go to `diagnostics`. A syntax error ends the
 * reading, and the documents before it are not returned either: half a rule must not look like a whole one.
 */
export function parseYaml(text: string, diagnostics: RuleDiagnostics): YamlNode[] {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: RULE.yamlDepth.value });
  } catch (error) {
    const at = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const reason = error instanceof YAMLException ? error.reason : String(error);
    const { range, message } = explainSyntaxError(text, Math.min(at, text.length), reason);
    diagnostics.error('yaml-syntax', range, message);
    return [];
  }
  return new TreeBuilder(text, events, diagnostics).documents();
}

class TreeBuilder {
  private at = 0;
  /** End of the last thing read: where an empty value is placed and collections end. */
  private last = 0;
  private aliases = 0;
  /** Nodes so far, counting each alias as the nodes that it stands for; and how many of them come from aliases. */
  private nodes = 0;
  private lent = 0;
  private anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
    private readonly diagnostics: RuleDiagnostics,
  ) {}

  documents(): YamlNode[] {
    const documents: YamlNode[] = [];
    while (this.at < this.events.length) {
      const event = this.events[this.at]!;
      if (event.type !== EVENT_ID.DOCUMENT) {
        this.at++;
        continue;
      }
      this.at++;
      this.anchors = new Map();
      if (this.events[this.at]?.type !== EVENT_ID.POP) documents.push(this.node());
    }
    return documents;
  }

  private node(): YamlNode {
    const event = this.events[this.at++]!;
    const before = this.nodes++;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, this.scalar(event), before);
      case EVENT_ID.MAPPING:
        return this.anchored(event, this.map(event.start), before);
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, this.sequence(event.start), before);
      case EVENT_ID.ALIAS:
        return this.alias({ start: event.anchorStart - 1, end: event.anchorEnd });
      default:
        return this.empty();
    }
  }

  private anchored(
    event: { anchorStart: number; anchorEnd: number },
    node: YamlNode,
    before: number,
  ): YamlNode {
    if (event.anchorStart >= 0) {
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      this.anchors.set(name, { node, size: this.nodes - before });
    }
    return node;
  }

  private alias(range: Range): YamlNode {
    this.last = range.end;
    const name = this.text.slice(range.start + 1, range.end);
    const target = this.anchors.get(name);
    if (!target) {
      this.diagnostics.error(
        'yaml-alias',
        range,
        say`\`*${name}\` refers to an anchor that does not exist. For a value that begins with a star, use quotes: '*${name}'.`,
      );
    } else if (++this.aliases > RULE.aliases.value) {
      this.diagnostics.error(
        'yaml-aliases',
        range,
        say`This text has more than ${told(RULE.aliases)} aliases. Write out the values.`,
      );
    } else if (this.lent + target.size > RULE.aliasNodes.value) {
      this.diagnostics.error(
        'yaml-aliases',
        range,
        say`The aliases up to \`*${name}\` stand for more than ${told(RULE.aliasNodes)} values. Write out those that you need.`,
      );
    } else {
      this.lent += target.size;
      this.nodes += target.size;
      return target.node;
    }
    return { kind: 'scalar', range, text: `*${name}`, value: `*${name}`, style: 'plain' };
  }

  private empty(): YamlScalar {
    return {
      kind: 'scalar',
      range: { start: this.last, end: this.last },
      text: '',
      value: null,
      style: 'plain',
    };
  }

  private scalar(event: ScalarEvent): YamlScalar {
    const scalar = scalarOf(this.text, event);
    if (!scalar) return this.empty();
    this.last = scalar.range.end;
    const { text, style } = scalar;
    const tag = event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd) : '';
    const plain = style === 'plain' && tag !== '!!str' && tag !== '!';
    return { kind: 'scalar', ...scalar, value: plain ? resolvePlain(text) : text };
  }

  private map(start: number): YamlMap {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    const merges: { readonly key: YamlScalar; readonly maps: readonly YamlMap[] }[] = [];
    while (this.events[this.at]!.type !== EVENT_ID.POP) {
      const key = this.node();
      // Where an empty value is placed: just after the colon.
      if (key.kind === 'scalar') this.last = Math.max(this.last, this.afterColon(key.range.end));
      const value = this.node();
      if (key.kind !== 'scalar') {
        this.diagnostics.error(
          'yaml-key',
          key.range,
          prose('A key has to be text, but this one is a list or a map.'),
        );
        continue;
      }
      if (seen.has(key.text)) {
        this.diagnostics.error(
          'yaml-duplicate-key',
          key.range,
          say`\`${key.text}\` is a duplicate key in this map, so only one of the two counts. Merge them, or rename one.`,
        );
      }
      seen.add(key.text);
      const maps = mergedMaps(key, value);
      if (maps) merges.push({ key, maps });
      else entries.push({ key, value });
    }
    for (const { key, maps } of merges) entries.push(...this.merge(key, maps, seen));
    return { kind: 'map', range: this.close(start, '}'), entries };
  }

  /** YAML 1.2 has no merge. What is read after this error is what YAML 1.1 reads, so that nothing else is reported. */
  private merge(key: YamlScalar, maps: readonly YamlMap[], own: ReadonlySet<string>): YamlEntry[] {
    const added = mergedEntries(maps, own);
    this.diagnostics.error(
      'yaml-merge-key',
      key.range,
      prose(
        'YAML 1.2 has no merge key, so `<<` would be the name of a field. pySigma, which reads YAML 1.1, copies the entries of the other map here. Write them out.',
      ),
      writeOut(this.text, key, added),
    );
    return added;
  }

  private sequence(start: number): YamlSequence {
    const items: YamlNode[] = [];
    while (this.events[this.at]!.type !== EVENT_ID.POP) {
      if (this.text[this.last] === '-') this.last++;
      items.push(this.node());
    }
    return { kind: 'sequence', range: this.close(start, ']'), items };
  }

  /** js-yaml gives no end for a collection: it is the end of the last thing inside, or the closing bracket. */
  private close(start: number, bracket: string): Range {
    this.at++;
    const flow = this.text[start] === '{' || this.text[start] === '[';
    if (flow) {
      const end = this.text.indexOf(bracket, Math.max(this.last, start));
      if (end >= 0) this.last = end + 1;
    }
    return { start, end: Math.max(this.last, start) };
  }

  private afterColon(from: number): number {
    let i = from;
    while (this.text[i] === ' ' || this.text[i] === '\t') i++;
    return this.text[i] === ':' ? i + 1 : from;
  }
}
