import { prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import { isObject, type JsonObject } from '../../json';
import { type EventSyntax, ParsedEvent, type SourceText } from '../../parsed-event';
import { shapeOf } from '../../shapes/recognise';
import { SIGHT, type StretchReader, type TextFormat, type TextScan } from '../format';
import { locateOpened, opened } from '../opened/opened';
import { locateTree, madeOf, readTree, type Tree } from './tree';

/*
 * Events as YAML: a list of maps (`az -o yaml`), one under a key of a map around all (`kubectl -o yaml`, `aws --output yaml`),
 * or one document for each (`gcloud --format=yaml`).
 */

export const YAML = 'YAML';

const KEY = `(?:[\\w@$./-]{1,80}|'[^'\\n]{1,80}'|"[^"\\n]{1,80}")`;
const PAIR = new RegExp(`^${KEY}:(?: \\S.*| *)$`);
const ITEM = new RegExp(`^( *)- (?:${KEY}:(?: |$)|\\{)`);
/** What stands beside a list in the map around it. */
const BESIDE = '(?:apiVersion|kind|metadata|[nN]ext(?:Token|Link|PageToken)|count|total)';
/** A map around all: what stands beside the list, then the key whose list begins in the next line. */
const AROUND = new RegExp(`^(?:${BESIDE}: \\S.{0,200}\\n){0,6}${KEY}:\\n *- ${KEY}:(?: |\\n)`);
const IS_BESIDE = new RegExp(`^${BESIDE}:`);
const IS_RULE = /^(?:detection|logsource|correlation|filter):/m;

export const yamlFormat: TextFormat = {
  name: YAML,
  recognise: (text, at) => {
    const first = text.charCodeAt(at);
    // A dash, or what a key begins with that stands before a list.
    if (first !== 0x2d && !/[A-Za-z]/.test(text[at]!)) return null;
    if (text.charCodeAt(at - 1) === 0x20) return null;
    const line = text.slice(at, at + 300);
    if (first !== 0x2d && !/^[\w.-]{1,80}:/.test(line)) return null;
    const sight = text.slice(at, at + SIGHT / 2).replaceAll('\r', '');
    if (first !== 0x2d)
      return AROUND.test(sight) && !IS_RULE.test(sight)
        ? prose('a key holds a list of maps, as in YAML')
        : null;
    if (sight.startsWith('---'))
      return /^--- *\n/.test(sight) && arePairs(sight.split('\n').slice(1, 4)) && !IS_RULE.test(sight)
        ? prose('keys and values follow `---`, as in YAML')
        : null;
    const [one = '', two = ''] = sight.split('\n', 2);
    const isList = ITEM.test(one) && !one.startsWith('- {') && (ITEM.test(two) || /^ {2}/.test(two));
    return isList && !IS_RULE.test(sight) ? prose('it is a list of maps, as in YAML') : null;
  },
  reader: (scan) => new YamlReader(scan),
};

/** True for lines that are keys with values, the first two at least. */
function arePairs(lines: readonly string[]): boolean {
  return PAIR.test(lines[0] ?? '') && (PAIR.test(lines[1] ?? '') || /^(?: {2}|- )/.test(lines[1] ?? ''));
}

class YamlReader implements StretchReader {
  readonly format = YAML;
  private readonly source: SourceText;
  private at = 0;
  /** True in a map whose list holds the events. */
  private isAround = false;

  constructor(private readonly scan: TextScan) {
    this.source = { text: scan.text, syntax };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
    this.isAround = false;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    while (this.at < text.length) {
      const line = this.lineAt(this.at);
      if (/^(?:---|\.\.\.)?\s*$/.test(line.text)) {
        this.isAround &&= line.text.trim() === '';
        this.at = line.next;
        continue;
      }
      const item = ITEM.exec(line.text);
      if (item) return this.event(this.at, this.endOf(line.next, item[1]!.length));
      if (!PAIR.test(line.text)) return null;
      const list = this.listIn(line.next);
      if (list < 0 && !(this.isAround && IS_BESIDE.test(line.text)))
        return this.event(this.at, this.endOf(line.next, -1));
      // The keys behind a list belong to the map around it.
      this.isAround = true;
      this.at = list < 0 ? this.endOf(line.next, 0) : list;
    }
    return null;
  }

  /** Where a list of maps begins in the map whose first line ends before `from`, behind nothing but what stands beside a list; -1 where it holds none. */
  private listIn(from: number): number {
    const end = this.endOf(from, -1);
    let above = this.lineAt(this.at).text;
    for (let at = from; at < end; ) {
      const line = this.lineAt(at);
      if (/^\w.*:\s*$/.test(above) && ITEM.test(line.text)) return at;
      if (!above.startsWith(' ') && !IS_BESIDE.test(above)) return -1;
      above = line.text;
      at = line.next;
    }
    return -1;
  }

  /** Where the item ends whose first line ended before `from` and whose dash is indented by `indent`; -1 for a document. */
  private endOf(from: number, indent: number): number {
    const { scan } = this;
    const { text } = scan;
    for (let at = from; at < text.length; ) {
      const line = this.lineAt(at);
      const blanks = /^ */.exec(line.text)![0].length;
      if (line.text.trim() !== '') {
        if (/^(?:---|\.\.\.)\s*$/.test(line.text)) return at;
        if (blanks <= indent) return at;
        if (blanks === 0 && !/^(?:- |-$)/.test(line.text) && scan.beginsOther(at, YAML)) return at;
        if (indent < 0 && blanks === 0 && !PAIR.test(line.text) && !/^[-#]/.test(line.text)) return at;
      }
      at = line.next;
    }
    return text.length;
  }

  private lineAt(at: number): { readonly text: string; readonly next: number } {
    const { text } = this.scan;
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    return { text: text.slice(at, end).replace(/\r$/, ''), next: feed < 0 ? text.length : feed + 1 };
  }

  private event(start: number, limit: number): EventSlice {
    const { scan } = this;
    let end = limit;
    while (end > start + 1 && /\s/.test(scan.text[end - 1]!)) end--;
    this.at = limit;
    const index = scan.count++;
    const found = rootOf(scan.text.slice(start, end));
    if (typeof found !== 'string') return new ParsedEvent(index, start, end, this.source, found);
    const at = range(start, end);
    const message = say`this is not valid YAML: ${found}.`;
    return { range: at, code: 'yaml-event', at, line: scan.lines.lineOf(start), message };
  }
}

/** The map that the text of one event is, or why it is none. */
function rootOf(text: string): JsonObject | string {
  try {
    const tree = readTree(text);
    const map = tree && mapOf(tree);
    return map ? opened(madeOf(map) as JsonObject) : 'an event must be a map';
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : 'it nests too deeply';
  }
}

/** The map itself, or that in a list of one. */
function mapOf(tree: Tree): Tree | null {
  const inside = tree.kind === 'list' ? tree.members[0] : tree;
  return inside?.kind === 'map' ? inside : null;
}

const syntax: EventSyntax = {
  isJson: () => false,
  parse: (text) => {
    const found = rootOf(text);
    return isObject(found) ? found : {};
  },
  shape: shapeOf,
  places: (slice, root) => {
    const tree = readTree(slice);
    const map = tree && mapOf(tree);
    return {
      locate: (_, base, path, name) => {
        if (!map) return undefined;
        return locateOpened(root, (own, shown) => locateTree(map, slice, base, own, shown), path, name);
      },
    };
  },
};
