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
 * What the catalog's worker can be asked. One job is under way at a time. This worker is not the editor's: typing never waits
 * for it.
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

/** What a job tells on the way. */
export type JobMessage =
  | Exclude<CatalogMessage, { readonly kind: 'beacon' }>
  | { readonly kind: 'catalog'; readonly catalog: CatalogInfo | null };

export type CatalogRequests = {
  /** The answer is how a run ended; null for other jobs. A job that was cancelled is superseded. */
  readonly job: { readonly asks: Job; readonly tells: JobMessage; readonly gives: RunEnd | null };
  /** Answered while a job is under way too; null where there is no catalog. */
  readonly question: {
    readonly asks: Question;
    readonly tells: never;
    readonly gives: Answer<QuestionKind> | null;
  };
};
