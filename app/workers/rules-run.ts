import type { CatalogPlace, LeftOut } from '../../src/catalog';
import type { SpecVersion } from '../../src/knowledge';
import type { FieldMapping } from '../../src/text';
import type { Beacon } from './wire';

/*
 * What every worker that runs the rules of a catalog is told.
 */

/** How rules are compiled. */
export interface Compiling {
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** The version that rules are read as that name none; absent: the published one. */
  readonly spec?: SpecVersion | undefined;
  /** Backtracking expressions that have hung. */
  readonly leaveOut: readonly string[];
  /** Rules and files that were found to fail or to take too long. */
  readonly leftOut: readonly LeftOut[];
}

/** What a run depends on besides rules and events. */
export interface RunSettings {
  readonly ignoreLogsource: boolean;
  /** The user's field mappings, if any. */
  readonly mapping?: FieldMapping;
  /** The format to read all events as, if the user chose one. */
  readonly format?: string | undefined;
}

/** What the catalog is about to do. */
export type CatalogBeacon = Beacon & CatalogPlace;

/** A catalog as a worker hands it to others: by reference, whatever its size. */
export interface PackedCatalog {
  /** JSON of pairs of path and text. */
  readonly files: Blob;
  readonly compiling: Compiling;
  /** Positions of rules that failed or took too long in its own runs. */
  readonly leftOut: readonly number[];
}
