import { SPECS, type SpecVersion } from '../../../src/knowledge';
import type { ReadAs } from '../../../src/live';
import { code, say, type Words } from '../../../src/text';

/** What each version is, beneath its name. */
const DETAILS: Readonly<Record<SpecVersion, string>> = {
  '2.1.0': 'Published.',
  '2.2.0': 'May change: values, expressions, tags, and conditions of temporal correlations.',
  proposals: 'The draft, and what is proposed beyond it: matching inside arrays.',
};

/** Their names in the bar, where there is little room. */
const SHORT: Readonly<Record<SpecVersion, string>> = {
  '2.1.0': '2.1.0',
  '2.2.0': '2.2.0 draft',
  proposals: 'proposals',
};

/** The versions to choose from. */
export const VERSION_CHOICES = SPECS.map(({ id, label }) => ({ id, title: label, detail: [DETAILS[id]] }));

/** What a version is called: `2.2.0 draft`. */
export function versionName(version: SpecVersion): string {
  return SPECS.find(({ id }) => id === version)!.label;
}

/** What the rule's bar says of the version. */
export interface VersionSaid {
  /** In the bar. */
  readonly label: string;
  /** Some documents have a version of their own: what that means. */
  readonly note: Words | undefined;
  /** False while everything is read as the published version. */
  readonly isDraft: boolean;
}

/** What to say where `picked` is the user's choice and the documents are read as `versions`. */
export function versionSaid(picked: SpecVersion, versions: readonly ReadAs[]): VersionSaid {
  const own = versions.filter((one): one is ReadAs & { readonly says: string } => one.says !== null);
  const isDraft = (versions.length > 0 ? versions.map(({ spec }) => spec) : [picked]).some(
    (spec) => spec !== '2.1.0',
  );
  const [first] = own;
  if (!first) return { label: SHORT[picked], note: undefined, isDraft };
  const isOverruled = own.length === versions.length;
  const label = !isOverruled
    ? `${SHORT[picked]} + own`
    : own.length === 1
      ? `rule says ${first.says}`
      : 'own versions';
  return { label, note: noteOf(own, isOverruled, picked), isDraft };
}

function noteOf(
  own: readonly (ReadAs & { readonly says: string })[],
  isOverruled: boolean,
  picked: SpecVersion,
): Words {
  const [first] = own;
  const name = versionName(picked);
  if (own.length > 1 || !first)
    return isOverruled
      ? say`The documents have a ${code('sigma-version')} of their own, which wins.`
      : say`Some documents have a ${code('sigma-version')} of their own, which wins. The others are read as picked here.`;
  const written = code(`sigma-version: ${first.says}`);
  const read = readWords(first.spec);
  return isOverruled
    ? say`The rule itself says ${written}: it is read ${read}, whatever is picked. Picked for rules that say nothing: ${name}.`
    : say`What says ${written} is read ${read}. The others are read as picked here.`;
}

/** What the documents of a text are read as, each once: `as 2.1.0 and with proposals`. */
export function versionsWords(versions: readonly ReadAs[]): string {
  return [...new Set(versions.map(({ spec }) => readWords(spec)))].join(' and ');
}

/** `as 2.2.0 draft`, `with proposals`. */
export function readWords(version: SpecVersion): string {
  return version === 'proposals' ? versionName(version) : `as ${versionName(version)}`;
}
