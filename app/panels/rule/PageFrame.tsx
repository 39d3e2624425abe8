import { type ReactNode, useCallback, useMemo } from 'react';
import { attackCoverageInSteps, type InWords as RuleInWords, ruleSheet } from '../../../src/describe';
import type { RuleMeta } from '../../../src/rule';
import { cutEntry, cutText } from '../../ui/cut';
import { ExportButton } from '../export/ExportButton';
import { useInSteps } from '../in-steps';
import { Attack } from './Attack';
import { InWords } from './InWords';
import { Facts, Words } from './Words';

interface PageFrameProps {
  readonly meta: RuleMeta;
  /** The kind of document, if it is not a detection rule. */
  readonly kind: string | null;
  /** The text that its ranges belong to. */
  readonly text: string;
  /** Shown above everything else. */
  readonly warning: string | null;
  /** What it does, in words; null if it does not compile. */
  readonly words: RuleInWords | null;
  readonly children: ReactNode;
}

/** Metadata whose description is not longer than a page shows. */
function brief(meta: RuleMeta): RuleMeta {
  const { description } = meta;
  if (!description) return meta;
  const value = cutText(description.value);
  return { ...meta, description: { ...description, value } };
}

/** The first part of every document's page: its metadata, and the techniques in its tags. */
export function PageFrame({ meta, kind, text, warning, words, children }: PageFrameProps) {
  const sheet = useMemo(() => ruleSheet({ meta: brief(meta) }), [meta]);
  const attack = useInSteps(useCallback(() => attackCoverageInSteps(meta.tags), [meta]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll rule-page" aria-label="The rule’s page" tabIndex={0}>
      <div className="rule-top">
        {warning ? <p className="bad">{warning}</p> : null}
        <header className="rule-page-head">
          <h2>
            {cutEntry(sheet.title) || `A ${kind?.toLowerCase() ?? 'rule'} without a title`}{' '}
            {kind ? <span className="pill rule-page-kind">{kind}</span> : null}
          </h2>
          <ExportButton what="rule page" />
          <button type="button" className="btn" onClick={() => window.print()}>
            Print
          </button>
        </header>
        {words ? <InWords key={words.text} words={words} /> : null}
        <Facts sheet={sheet} />
      </div>
      <Words sheet={sheet} />
      {attack ? (
        <Attack coverage={attack} text={text} title={sheet.title} id={meta.id?.value ?? null} />
      ) : null}
      {children}
    </section>
  );
}
