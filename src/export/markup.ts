import { visible } from './visible';

/** An element of HTML or SVG. Its texts and attributes are as they were: whoever writes it escapes them. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

export type Markup = Element | string;

/** An element; numbers of attributes are written as they are, and those that are undefined left out. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly Markup[] = [],
): Element {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'number' ? number(value) : visible(value)] as const],
  );
  const seen = children.map((child) => (typeof child === 'string' ? visible(child) : child));
  return { tag, attributes: Object.fromEntries(given), children: seen };
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  [/"/g, '&quot;'],
  [/'/g, '&#39;'],
];

function escaped(text: string): string {
  return ESCAPES.reduce((made, [pattern, entity]) => made.replace(pattern, entity), text);
}

/** Elements of HTML that never have an end. */
const VOID = new Set(['meta']);

/** An element as XML. */
export function xmlText(markup: Markup): string {
  return written(markup, false);
}

/** An element as HTML. The style sheet is the page's own and is written as it is. */
export function htmlText(markup: Markup): string {
  return written(markup, true);
}

function written(markup: Markup, isHtml: boolean): string {
  if (typeof markup === 'string') return escaped(markup);
  const { tag, attributes, children } = markup;
  const begin = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (isHtml && VOID.has(tag)) return `<${tag}${begin}>`;
  if (!isHtml && children.length === 0) return `<${tag}${begin}/>`;
  const isRaw = isHtml && tag === 'style';
  const inner = children.map((child) =>
    isRaw && typeof child === 'string' ? child : written(child, isHtml),
  );
  return `<${tag}${begin}>${inner.join('')}</${tag}>`;
}
