import { PUBLISHED, type SpecVersion, specWritten } from '../knowledge';
import { prose } from '../text';
import type { RuleDiagnostics } from './codes';
import { entry, type YamlMap } from './yaml/node';

/**
 * The version that a document is read as: that of its own `sigma-version`, or else the one that the user picked
 * (semantics.md, "Which version a rule is read as").
 */
export function readSpec(map: YamlMap, picked: SpecVersion, diagnostics: RuleDiagnostics): SpecVersion {
  const found = entry(map, 'sigma-version');
  if (!found) return picked;
  const said = ownVersion(map);
  const spec = said === null ? null : specWritten(said, picked);
  if (spec) return spec;
  const { key, value } = found;
  diagnostics.warning(
    'sigma-version',
    value.range.end > value.range.start ? value.range : key.range,
    prose('`sigma-version` has to be a version of the specification, such as `2` or `3`. It is ignored.'),
  );
  return picked;
}

/** The `sigma-version` of a document, as it is written; null if it has none that is a version. */
export function ownVersion(map: YamlMap): string | null {
  const value = entry(map, 'sigma-version')?.value;
  if (value?.kind !== 'scalar') return null;
  const written = value.text.trim();
  return specWritten(written, PUBLISHED) ? written : null;
}
