import {
  CountedFindings,
  Findings,
  type FoundRule,
  findingsCsv,
  findingsLines,
  findingsReport,
  foundRule,
} from '../../../src/findings';
import { Turns } from '../../../src/turns';
import { SUPERSEDED, serve } from '../serve';
import type { FindingsRequests } from './protocol';

/*
 * The worker that keeps what a catalog found in a large log. Thin: it counts and writes in steps, so that shares come in
 * meanwhile.
 */

let findings = new Findings();
let rules: readonly FoundRule[] = [];
let names = { log: '', files: 1, catalog: '' };
let counted: CountedFindings | null = null;

serve<FindingsRequests>(self, {
  begin: (asked) => {
    findings = new Findings(asked.files);
    rules = asked.rules.map(foundRule);
    names = { log: asked.log, files: asked.files.length, catalog: asked.catalog };
    counted = null;
    return null;
  },
  add: (share) => {
    findings.add(share);
    return findings.hits;
  },
  count: async ({ filter, leftOut }, { turn }) => {
    const steps = CountedFindings.of(findings, rules, filter, new Set(leftOut));
    const done = await new Turns(turn).through(steps);
    if (!done) return SUPERSEDED;
    counted = done.value;
    return counted.tables;
  },
  rows: ({ from, to }) => counted?.rows(from, to) ?? [],
  export: async ({ form, notes }, { turn }) => {
    if (!counted) throw new Error('There is nothing to export yet.');
    if (form === 'markdown')
      return new Blob([findingsReport(counted, rules, { ...names, notes })], { type: 'text/markdown' });
    const parts = form === 'csv' ? findingsCsv(counted, rules) : findingsLines(counted, rules);
    const all: string[] = [];
    const turns = new Turns(turn);
    for (const part of parts) {
      all.push(part);
      if (turns.isOver && !(await turns.goOn())) return SUPERSEDED;
    }
    return new Blob(all, { type: form === 'csv' ? 'text/csv' : 'application/x-ndjson' });
  },
});
