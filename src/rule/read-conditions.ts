import { prose, scalarSource } from '../text';
import type { PlacedCondition } from './ast';
import { RuleDiagnostics } from './codes';
import { parseCondition } from './condition/parse';
import type { YamlNode, YamlScalar } from './yaml/node';

/** The conditions of a detection or of a block, with their problems at their places in the rule's text. */
export function readConditions(
  text: string,
  node: YamlNode,
  key: YamlScalar,
  diagnostics: RuleDiagnostics,
): PlacedCondition[] {
  const scalars = node.kind === 'sequence' ? node.items : [node];
  return scalars.flatMap((scalar) => {
    if (scalar.kind !== 'scalar') {
      diagnostics.error(
        'condition-type',
        scalar.range,
        prose('`condition` has to be text such as `selection and not filter`, or a list of such texts.'),
      );
      return [];
    }
    const own = new RuleDiagnostics();
    const tree = parseCondition(scalar.text, own);
    for (const d of own.all) {
      const at = scalarSource(text, scalar, d.range);
      diagnostics.all.push({
        ...d,
        range: at.end > at.start ? at : scalar.range.end > scalar.range.start ? scalar.range : key.range,
      });
    }
    return [{ scalar, tree }];
  });
}
