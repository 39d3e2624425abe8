/*
 * What a test writes as binary XML, in the terms of the format. `element('Data', { Name: 'Image' }, [sub(0)])` is
 * <Data Name="Image">%0</Data>.
 */

export interface Sub {
  readonly kind: 'sub';
  readonly index: number;
  readonly type: number;
  readonly isOptional: boolean;
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, Content | readonly Content[]>>;
  /** Null for an element with a single tag. */
  readonly children: readonly Content[] | null;
  readonly dependsOn: number;
}

export type Content =
  | string
  | Sub
  | Element
  | Instance
  | { readonly kind: 'cdata'; readonly text: string }
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'entity'; readonly name: string }
  | { readonly kind: 'instruction'; readonly target: string; readonly text: string }
  /** Bytes that are not valid in the format. */
  | { readonly kind: 'raw'; readonly bytes: Uint8Array };

export interface TemplateModel {
  readonly guid: Uint8Array;
  readonly content: readonly Content[];
}

/** A value after a template: bytes, or nested binary XML. */
export interface Value {
  readonly type: number;
  readonly content: Uint8Array | readonly Content[];
}

export interface Instance {
  readonly kind: 'instance';
  readonly template: TemplateModel;
  readonly values: readonly Value[];
}

export function element(
  name: string,
  attributes: Element['attributes'] = {},
  children: readonly Content[] | null = null,
  dependsOn = -1,
): Element {
  return { kind: 'element', name, attributes, children, dependsOn };
}

/** The place of a value; `type` is the one that the template expects. */
export function sub(index: number, type = 0x01, isOptional = false): Sub {
  return { kind: 'sub', index, type, isOptional };
}

/** A place whose element or attribute disappears if the value is null. */
export function optional(index: number, type = 0x01): Sub {
  return sub(index, type, true);
}

let templates = 0;

/** A template with its own GUID. */
export function template(...content: Content[]): TemplateModel {
  const guid = new Uint8Array(16);
  new DataView(guid.buffer).setUint32(0, ++templates * 7919, true);
  return { guid, content };
}

export function instance(model: TemplateModel, values: readonly Value[]): Instance {
  return { kind: 'instance', template: model, values };
}
