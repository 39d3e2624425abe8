import { catalog } from '../testing/corpus';
import { sharedDir } from '../testing/shared-dir';
import { generatedRules } from './rules';

/** The catalogs to measure with: always a generated one, and the real one if it is there. */
export function catalogs(): { name: string; texts: string[] }[] {
  const shared = sharedDir();
  const found = [{ name: 'generated rules', texts: generatedRules(3000) }];
  if (shared !== null) {
    const texts = catalog(shared).flatMap(({ folder, text }) => (folder === 'rules' ? [text] : []));
    found.push({ name: 'SigmaHQ rules/', texts });
  }
  return found;
}
