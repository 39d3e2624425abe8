import { type SpecVersion, specWritten } from '../knowledge';
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
  const { key, value } = found;
  const spec = value.kind === 'scalar' ? specWritten(value.text, picked) : null;
  if (spec) return spec;
  diagnostics.warning(
    'sigma-version',
    value.range.end > value.range.start ? value.range : key.range,
    prose('`sigma-version` has to be a version of the specification, such as `2` or `3`. It is ignored.'),
  );
  return picked;
}
