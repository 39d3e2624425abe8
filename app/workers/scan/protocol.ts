import type { BrokenFile } from '../../../src/catalog';
import type { LogShare, ShareHits } from '../../../src/findings';
import type { FileLoss, LogFile } from '../../../src/log';
import type { CatalogBeacon, PackedCatalog, RunSettings } from '../rules-run';

/*
 * The requests to a worker that runs a whole catalog over shares of a large log. There are several such workers; each reads
 * the files and the rules itself, so neither passes through the page.
 */

export type ScanRequests = {
  /** The answer is the number of rules. */
  readonly open: {
    readonly asks: {
      readonly rules: PackedCatalog;
      readonly files: readonly LogFile[];
      readonly format: string | undefined;
    };
    readonly tells: never;
    readonly gives: number;
  };
  readonly scan: {
    readonly asks: {
      readonly share: LogShare;
      readonly settings: RunSettings;
      /** Rules are asked one by one from this event on: another worker went silent there. */
      readonly carefulFrom: number | undefined;
      /** Positions of rules that are left out. */
      readonly without: readonly number[];
    };
    readonly tells: ScanTold;
    /** Or the file that cannot be read. */
    readonly gives: ShareHits | { readonly lost: FileLoss };
  };
};

/** What a worker says while it scans. */
export type ScanTold =
  /** How many events of the share are done. */
  | { readonly kind: 'events'; readonly events: number }
  /** A rule failed or took too long; it is left out from now on. */
  | { readonly kind: 'left-out'; readonly rule: number; readonly file: BrokenFile };

export type ScanBeacon = CatalogBeacon;
