import { readOneOf } from './fields';
import { THEMES, type Theme } from './session';

/*
 * What the address of an embed chooses, beside the work: how the page writes it, and how the embed reads it.
 */

/** The parts that an embed can show, in their order. */
export const EMBED_PARTS = ['rule', 'events', 'verdicts', 'why'] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/** What an embed shows and does. */
export interface EmbedOptions {
  readonly parts: readonly EmbedPart[];
  readonly theme: Theme;
  /** Rule and events can be changed. */
  readonly isEditable: boolean;
  /** The origin of the page around it that may send messages and hears verdicts; null for none. */
  readonly parent: string | null;
}

/** What there is where the address says nothing. */
export const EMBED_DEFAULTS: EmbedOptions = {
  parts: EMBED_PARTS,
  theme: 'system',
  isEditable: false,
  parent: null,
};

/** The names of the options in the address. */
export const EMBED_NAMES: ReadonlySet<string> = new Set(['panes', 'theme', 'edit', 'parent']);

/** The options as they stand behind the work in an address, each with its `&`; what is usual is left out. */
export function writeEmbedOptions({ parts, theme, isEditable, parent }: EmbedOptions): string {
  const chosen = EMBED_PARTS.filter((part) => parts.includes(part));
  return [
    chosen.length === EMBED_PARTS.length ? '' : `&panes=${chosen.join(',')}`,
    theme === 'system' ? '' : `&theme=${theme}`,
    isEditable ? '&edit=yes' : '',
    parent === null ? '' : `&parent=${encodeURIComponent(parent)}`,
  ].join('');
}

/** Options, or the name of the one whose value is none that it can have. */
export type ReadOptions =
  | { readonly ok: true; readonly options: EmbedOptions }
  | { readonly ok: false; readonly name: string };

/** Reads the options of an address, by their names. */
export function readEmbedOptions(written: ReadonlyMap<string, string>): ReadOptions {
  let options = EMBED_DEFAULTS;
  for (const [name, raw] of written) {
    const value = decoded(raw);
    const read = READ.get(name)?.(value);
    if (!read) return { ok: false, name };
    options = { ...options, ...read };
  }
  return { ok: true, options };
}

const theme = readOneOf(THEMES);
const part = readOneOf(EMBED_PARTS);

const READ: ReadonlyMap<string, (value: string) => Partial<EmbedOptions> | null> = new Map(
  Object.entries({
    panes: (value: string) => {
      const named = value.split(',').map(part);
      const parts = EMBED_PARTS.filter((one) => named.includes(one));
      return named.includes(undefined) ? null : { parts };
    },
    theme: (value: string) => {
      const chosen = theme(value === 'auto' ? 'system' : value);
      return chosen ? { theme: chosen } : null;
    },
    edit: (value: string) => (value === 'yes' || value === 'no' ? { isEditable: value === 'yes' } : null),
    parent: (value: string) => {
      const parent = originOf(value);
      return parent === null ? null : { parent };
    },
  }),
);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The origin that a person wrote, such as `https://blog.example`; null if it is none that a page can have and tell. */
export function originOf(written: string): string | null {
  try {
    const { origin, protocol, href } = new URL(written);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && (href === `${origin}/` || written === origin) ? origin : null;
  } catch {
    return null;
  }
}
