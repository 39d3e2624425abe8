import type {
  Answer,
  BrokenFile,
  CatalogMessage,
  CatalogRule,
  Question,
  QuestionKind,
  RunEnd,
} from '../../../src/catalog';
import type { FieldMapping } from '../../../src/text';

/*
 * What the page and the catalog's worker say to each other. One job is under way at a time; each message of it carries
 * its number. This worker is not the editor's: typing never waits for it.
 */

/** A file that the person opened or dropped; its path tells the folders that it was found in. */
export interface OpenedFile {
  readonly path: string;
  readonly file: File;
}

/** How rules are compiled. */
export interface Compiling {
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** Backtracking expressions that were found to hang. */
  readonly leaveOut: readonly string[];
}

export type Job =
  /** Load what was kept, if anything was. */
  | { readonly kind: 'open'; readonly compiling: Compiling }
  /** Load these files in place of the catalog there is, and keep them. */
  | {
      readonly kind: 'load';
      readonly name: string;
      readonly files: readonly OpenedFile[];
      readonly compiling: Compiling;
    }
  /** Compile the files there are once more. */
  | { readonly kind: 'again'; readonly compiling: Compiling }
  /** `events` null: the same text as in the run before (it may be large, and posting copies it). */
  | ({ readonly kind: 'run'; readonly events: string | null } & RunSettings)
  /** Forget the catalog, in the browser's storage too. */
  | { readonly kind: 'remove' };

/** What a run depends on beside rules and events. */
export interface RunSettings {
  readonly ignoreLogsource: boolean;
  /** Field names given by hand, where there are any. */
  readonly mapping?: FieldMapping;
  /** The format that all events are read as, where the person chose one. */
  readonly format?: string | undefined;
}

export type Request =
  | { readonly kind: 'start'; readonly job: number; readonly what: Job }
  | { readonly kind: 'cancel'; readonly job: number }
  /** A question about the catalog; answered while a job is under way too. */
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question };

/** A catalog as the page knows it. */
export interface CatalogInfo {
  readonly name: string;
  /** How many files could be read. */
  readonly files: number;
  readonly rules: readonly CatalogRule[];
  readonly broken: readonly BrokenFile[];
  /** The placeholders that its rules may use, with the values that they were compiled with; none where there were none. */
  readonly placeholders: Compiling['placeholders'];
  /** False where the browser had no room to keep it across reloads. */
  readonly kept: boolean;
}

export type Response =
  /** The worker's script has loaded; the watchdog watches from here on. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'alive' }
  | (CatalogMessage & { readonly job: number })
  | { readonly kind: 'catalog'; readonly job: number; readonly catalog: CatalogInfo | null }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer<QuestionKind> | null }
  /** The job is over and the worker free; `run` where it was a run that came to its end. */
  | {
      readonly kind: 'ended';
      readonly job: number;
      readonly how: 'done' | 'cancelled';
      readonly run: RunEnd | null;
    }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
