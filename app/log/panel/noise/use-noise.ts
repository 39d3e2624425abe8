import { useEffect, useState } from 'react';
import type { Noise } from '../../../../src/authoring';
import { VERDICTS } from '../../../../src/match';
import { logNoise, useLog } from '../../store';

const MATCH = VERDICTS.indexOf('match');

/** The noise of a rule over the open log, and the text of the rule that it is about. */
export interface RuleNoise {
  readonly noise: Noise;
  readonly rule: string;
}

/**
 * The noise of the rule, once the log has been through it or was stopped on the way. Null until then: what is shown
 * belongs to the rule in force.
 */
export function useNoise(): RuleNoise | null {
  const [found, setFound] = useState<{ readonly key: string; readonly of: RuleNoise } | null>(null);
  const rule = useLog(({ state }) => state?.rule) ?? '';
  // Empty while the log is at work: until then there is nothing to ask for.
  const key =
    useLog(({ id, state }) => {
      const isAtRest = state && (state.stopped || state.phase === 'ready' || state.phase === 'searching');
      return isAtRest ? JSON.stringify([id, state.document, state.tally, state.values]) : '';
    }) ?? '';
  const asked = `${key}\n${rule}`;
  useEffect(() => {
    if (key === '' || rule === '') return;
    let isWanted = true;
    void logNoise().then((noise) => {
      if (isWanted && noise) setFound({ key: asked, of: { noise, rule } });
    });
    return () => {
      isWanted = false;
    };
  }, [key, rule, asked]);
  return key !== '' && found?.key === asked ? found.of : null;
}

/** How many events match so far. */
export function useMatches(): number {
  return useLog(({ state }) => state?.tally[MATCH] ?? 0) ?? 0;
}
