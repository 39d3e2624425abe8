import { prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import type { StretchReader, TextFormat, TextScan } from '../format';
import { opened } from '../opened/opened';
import { openedSpanSyntax } from '../opened/opened-spans';
import { objectOf } from '../span-syntax';
import { objectSpans, TAG } from './spans';

/*
 * Objects as XML whose elements say in an attribute what they are the value of: `Export-Clixml` and `ConvertTo-Xml` of
 * PowerShell, and the results of Splunk's interface.
 */

const XML_OBJECTS = 'objects in XML';

/** By the element around all objects: that of one object, and who writes it. */
const ROOTS = new Map([
  ['Objs', { object: 'Obj', writer: prose('`Export-Clixml`') }],
  ['Objects', { object: 'Object', writer: prose('`ConvertTo-Xml`') }],
  ['results', { object: 'result', writer: "Splunk's search" }],
]);
const BEGINS = /^(?:<\?xml[^>]{0,200}\?>\s*)?<(Objs|Objects|results)[\s>]/;
/** What may stand around objects: a declaration, comments, what Splunk says of the search. */
const BETWEEN =
  /\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<\/?(?:Objs|Objects|results)(?:\s[^>]*)?>|<(meta|messages)>[\s\S]*?<\/\1>/y;

export const xmlObjectsFormat: TextFormat = {
  name: XML_OBJECTS,
  recognise: (text, at) => {
    if (text.charCodeAt(at) !== 0x3c) return null;
    const root = BEGINS.exec(text.slice(at, at + 400))?.[1];
    return root === undefined
      ? null
      : say`it begins with \`<${root}>\`, as ${ROOTS.get(root)!.writer} writes objects`;
  },
  reader: (scan) => new ObjectReader(scan),
};

class ObjectReader implements StretchReader {
  readonly format = XML_OBJECTS;
  private readonly source: SourceText;
  private at = 0;

  constructor(private readonly scan: TextScan) {
    this.source = { text: scan.text, syntax: openedSpanSyntax(XML_OBJECTS, objectSpans) };
  }

  get position(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    for (;;) {
      BETWEEN.lastIndex = this.at;
      if (this.at >= text.length || !BETWEEN.test(text)) break;
      this.at = BETWEEN.lastIndex;
    }
    const start = this.at;
    const name = /^<(Obj|Object|result)[\s>]/.exec(text.slice(start, start + 10))?.[1];
    if (name === undefined) return null;
    const end = endOf(text, start, name);
    if (end < 0) return this.notClosed(start, name);
    this.at = end;
    const root = opened(objectOf(objectSpans(text.slice(start, end))));
    return new ParsedEvent(this.scan.count++, start, end, this.source, root);
  }

  private notClosed(start: number, name: string): EventSlice {
    const { scan } = this;
    this.at = scan.nextOther(start, XML_OBJECTS);
    scan.count++;
    const at = range(start, start + name.length + 1);
    const line = scan.lines.lineOf(start);
    const message = say`\`<${name}>\` is never closed; \`</${name}>\` is missing.`;
    return { range: range(start, Math.max(at.end, this.at)), code: 'xml-not-closed', at, line, message };
  }
}

/** Behind the tag that closes the element at `start`; -1 where none does. Elements of the same name may stand in it. */
function endOf(text: string, start: number, name: string): number {
  const tags = new RegExp(TAG.source, 'g');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[2] !== name || tag[4] === '/') continue;
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}
