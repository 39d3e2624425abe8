/** An XML element, for tests that inspect what was written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text between its tags, without that of child elements. */
  readonly text: string;
}

const TAG = /<(\/?)([^\s/>]+)((?:\s+[^\s=]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /\s+([^\s=]+)="([^"]*)"/g;

/** Parses XML as this project writes it. Throws if it is not well formed. */
export function parseTree(xml: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < xml.length) {
    const at = TAG.lastIndex;
    const match = TAG.exec(xml);
    if (!match) throw new Error(`no XML at ${at}: ${xml.slice(at, at + 40)}`);
    const [, closing, name, attributes, single, text] = match;
    const top = open[open.length - 1]!;
    if (text !== undefined) top.text += decoded(text);
    else if (closing) {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, decoded(value!)]);
      const element = { name: name!, attributes: Object.fromEntries(pairs), children: [], text: '' };
      top.children.push(element);
      if (!single) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one element');
  return root.children[0]!;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]+)|(\w+));|&/g, (all, code, name) => {
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    if (NAMED[name] === undefined) throw new Error(`${all} is no reference`);
    return NAMED[name];
  });
}
