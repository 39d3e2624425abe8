/*
 * Binary XML as a tree, as it is in a chunk. Built once for each template and compiled at once to what is written
 * (`template.ts`).
 */

/** A place for one of the values after the template. */
export interface Substitution {
  readonly kind: 'substitution';
  readonly index: number;
  /** The type that the template expects; the value has its own. */
  readonly type: number;
  /** If the value is null, the element or attribute around it is not written at all. */
  readonly isOptional: boolean;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly AttributeNode[];
  readonly children: readonly Node[];
  /** Index of the value without which the element is not written; -1 if there is none. */
  readonly dependsOn: number;
  /** Written as one tag: `<Correlation />`. */
  readonly isEmpty: boolean;
}

export interface AttributeNode {
  readonly name: string;
  readonly parts: readonly (TextNode | Substitution)[];
}

/** Characters, not escaped yet. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
}

/** XML that is written unchanged: references, CDATA sections, processing instructions. */
export interface MarkupNode {
  readonly kind: 'markup';
  readonly xml: string;
}

/** A template with its values, in the middle of a fragment. */
export interface InstanceNode {
  readonly kind: 'instance';
  /** Where the template is defined. */
  readonly definition: number;
  readonly values: Values;
}

export type Node = ElementNode | Substitution | TextNode | MarkupNode | InstanceNode;

/** The values after a template: for each its type, where it is and how many bytes it has. */
export interface Values {
  readonly count: number;
  /** Three numbers for each value: type, start, size. */
  readonly table: readonly number[];
}

/** What is written for one part of a template. */
export type XmlPiece =
  | string
  | { readonly kind: 'value'; readonly index: number; readonly isAttribute: boolean }
  | Optional
  | { readonly kind: 'fragment'; readonly index: number; readonly before: string; readonly depth: number }
  | {
      readonly kind: 'instance';
      readonly node: InstanceNode;
      readonly before: string;
      readonly depth: number;
    };

/** An element or attribute that is written only for certain values. */
export interface Optional {
  readonly kind: 'optional';
  /** Values that must not be null; otherwise it is not written. */
  readonly needs: readonly number[];
  /** Values which, if arrays, repeat the element for each member. */
  readonly repeats: readonly number[];
  readonly pieces: readonly XmlPiece[];
}

export type Template = readonly XmlPiece[];
