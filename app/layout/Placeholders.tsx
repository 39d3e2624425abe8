import { useMemo } from 'react';
import { own } from '../../src/text';
import { useResults } from '../results/results';
import { session, useSession } from '../state/session';

/** Values for the `%name%` of the `expand` modifier; shown only if the rule uses it. */
export function Placeholders() {
  const rule = useSession((s) => s.rule);
  const set = useSession((s) => s.settings.placeholders);
  const problems = useResults((r) => r.ruleProblems);
  const text = useResults((r) => r.ruleText);
  const names = useMemo(() => {
    const unset = problems
      .filter((p) => p.code === 'placeholder-unset')
      .flatMap((p) => namesIn(text.slice(p.range.start, p.range.end)));
    const used = Object.keys(set).filter((name) => rule.includes(`%${name}%`));
    return [...new Set([...used, ...unset])];
  }, [problems, text, set, rule]);
  if (names.length === 0) return null;
  return (
    <fieldset className="pane-placeholders">
      <legend>Placeholders</legend>
      {names.map((name) => (
        <label key={name} className="pane-placeholder">
          <code>%{name}%</code>
          <input
            className="field field-code"
            value={(own(set, name) ?? []).join(', ')}
            placeholder="value, another value"
            spellCheck={false}
            autoComplete="off"
            onChange={(e) => setPlaceholder(name, e.target.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/%([^%\s]+)%/g)].flatMap((m) => (m[1] ? [m[1]] : []));
}

function setPlaceholder(name: string, written: string): void {
  // Kept as typed, including a trailing comma, so that the next value can be typed.
  const values = written === '' ? [] : written.split(/,\s?/);
  session.setState((s) => ({
    settings: { ...s.settings, placeholders: { ...s.settings.placeholders, [name]: values } },
  }));
}
