import { say } from '../text';
import type { RuleMeta } from './ast';
import type { RuleDiagnostics } from './codes';
import { correlationFor } from './correlation-for';
import type { YamlMap } from './yaml/node';

/**
 * Gives each diagnostic about a Sigma 1.x aggregation the correlation rule to write instead, or the reason why there
 * is none.
 */
export function offerCorrelations(
  text: string,
  map: YamlMap,
  meta: RuleMeta,
  diagnostics: RuleDiagnostics,
): void {
  diagnostics.all.forEach((diagnostic, i) => {
    if (diagnostic.code !== 'condition-aggregation' || diagnostic.fixes) return;
    const offer = correlationFor(text, map, meta, diagnostic.range);
    if (offer.fix) diagnostics.all[i] = { ...diagnostic, fixes: [offer.fix] };
    else diagnostics.all[i] = { ...diagnostic, message: say`${diagnostic.message} ${offer.reason}` };
  });
}
