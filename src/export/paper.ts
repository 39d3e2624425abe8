import type { Verdict } from '../match';

/*
 * What an export says, whatever its form: a heading, sentences, texts with marks, trees and tables. Plain data. Texts are as
 * they are in the rule and the events; each form makes them safe where they land.
 */

/** The name of a selection, shown in its colour and with its kind of line. */
export interface SelectionName {
  readonly selection: string;
  /** Its index, which gives it its colour. */
  readonly index: number;
  /** Whether all of it matches. */
  readonly whole: boolean;
}

/** A part of a line: plain words, text from a rule or an event, less important words, a selection, or a web address. */
export type Piece =
  | string
  | { readonly code: string }
  | { readonly soft: string }
  | SelectionName
  | { readonly link: string };

export type Line = readonly Piece[];

/** A stretch of a text that a selection of the rule matched; of a rule, a part of that selection. */
export interface CodeMark {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly whole: boolean;
}

/** A text as it stands in an editor. Marks do not reach beyond it; they may overlap. */
export interface CodeBlock {
  readonly kind: 'code';
  /** What it is, for a screen reader. */
  readonly name: string;
  readonly language: 'yaml' | 'json' | 'text';
  readonly text: string;
  readonly marks: readonly CodeMark[];
  /** The names of the selections, by their index. */
  readonly selections: readonly string[];
  /** So many characters are left out at the end. */
  readonly more: number;
}

/** A line of a tree, one step further in than the line that it belongs to. */
export interface TreeLine {
  readonly depth: number;
  /** Whether it holds; null where that is not the question. */
  readonly holds: boolean | null;
  readonly words: Line;
}

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly words: Line;
      readonly verdict?: Verdict;
    }
  | { readonly kind: 'paragraph'; readonly words: Line }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, words: Line])[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | CodeBlock
  | { readonly kind: 'tree'; readonly lines: readonly TreeLine[] }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    };

/** A result, or the page of a rule. */
export interface Paper {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** How many colours and kinds of lines there are; further selections start again with the first. */
export const SLOTS = 8;

/** The colour and line of a selection, from 1. */
export function slotOf(index: number): number {
  return (index % SLOTS) + 1;
}
