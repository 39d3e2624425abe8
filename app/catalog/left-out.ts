import type { LeftOut } from '../../src/catalog';
import { say, type Words } from '../../src/text';
import { session } from '../state/session';
import type { CatalogLoss } from '../workers/catalog/client';
import type { CatalogBeacon, CatalogInfo, Job } from '../workers/catalog/protocol';
import { named } from '../workers/failure-words';

/*
 * Rules, files and patterns that have hung or failed since the page was loaded. The catalog leaves them out.
 */

/** Patterns that hung. */
export const leaveOut: string[] = [];
/** Rules and files that were found to fail or to hang. */
export const leftOut: LeftOut[] = [];
/** For these events, the first event on which some rule may hang. */
let careful: { readonly events: string; readonly from: number } | null = null;

/** The index of the first event on which the rules must run one by one; undefined if no rule hangs on these events. */
export function carefulFrom(events: string): number | undefined {
  return careful?.events === events ? careful.from : undefined;
}

/**
 * Leaves out what hung or, if it is not known which rule it was, has the next run find it. Returns a sentence about it;
 * null if nothing is known.
 */
export function blamed(at: CatalogBeacon | null, job: Job | null, info: CatalogInfo | null): Words | null {
  const rule = at?.rule === undefined ? undefined : info?.rules[at.rule];
  if (at && rule) {
    const pattern = at.pattern && at.isSure ? say` Its pattern is \`${named(at.pattern)}\`.` : '';
    const reason = say`The rule “${rule.title}” took too long on event ${(at.event ?? 0) + 1} and was stopped.${pattern}`;
    leftOut.push({ path: rule.path, document: rule.document, code: 'rule-slow', reason });
    careful = { events: session.getState().events, from: at.event ?? 0 };
    return say`${reason} It is left out, and listed under the files that cannot run.`;
  }
  if (at?.path !== undefined && job) {
    const reason = ['It took too long to read and was stopped.'];
    leftOut.push({ path: at.path, document: null, code: 'file-slow', reason });
    return say`\`${at.path}\` took too long to read and was stopped. It is left out.`;
  }
  if (at?.pattern && at.isSure) {
    leaveOut.push(at.pattern);
    return say`The pattern \`${named(at.pattern)}\` took too long and was stopped. Rules that hold it are left out.`;
  }
  if (job?.kind !== 'run' || at?.event === undefined) return null;
  careful = { events: session.getState().events, from: at.event };
  return say`Some rule takes too long on event ${at.event + 1} or one soon after it. Each is tried alone to find out which.`;
}

/** What the page says about a worker that has ended, if it is not known what it was doing. */
export function lossWords(loss: CatalogLoss): Words {
  if ('crash' in loss) return [loss.crash];
  return ['The catalog’s engine did not answer any more and was stopped.'];
}
