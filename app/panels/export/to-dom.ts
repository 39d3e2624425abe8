import type { Markup } from '../../../src/export';

/** Elements as nodes of a document: built one by one, so that no text is ever read as markup. */
export function toDom(markup: Markup, document: Document): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  const node = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) node.setAttribute(name, value);
  node.append(...markup.children.map((child) => toDom(child, document)));
  return node;
}
