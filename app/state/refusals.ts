/*
 * Why a link cannot be opened, in words.
 */

/** Each reason as the end of a sentence, and what to do as a sentence. `about`: the text or name that it is about. */
const REFUSALS = {
  'link-version': () => [
    'it was made by another version of the playground',
    'Reload the page, or open the link where it was made.',
  ],
  'link-content': () => ['its content is not that of a share link', 'Ask for a new link.'],
  'link-empty': () => ['it has neither a rule nor events', 'Ask for a new link.'],
  'link-too-large': () => ['its content is too large', 'Send the texts as files.'],
  'link-broken': () => [
    'it is damaged or incomplete',
    'Copy the whole link again: some programs cut long ones.',
  ],
  'link-name': (about) => [
    `“${about}” is nothing that a link can have`,
    'If it belongs to a text, its & is to be written as %26.',
  ],
  'link-pair': (about) => [`“${about}” has no =`, 'If it belongs to a text, its & is to be written as %26.'],
  'link-twice': (about) => [`it has ${about} twice`, 'Leave one of them out.'],
  'link-value': (about) => [
    `the value of “${about}” is none that it can have`,
    'See docs/links.md for its values.',
  ],
  'link-percent': (about) => [
    `a % in ${about} begins no character of UTF-8`,
    'Copy the whole link again. If it is whole, % itself is to be written as %25.',
  ],
  'link-base64': (about) => [
    `${about} is not base64url`,
    'Copy the whole link again: some programs cut long ones or change their signs.',
  ],
  'link-utf8': (about) => [`${about} is not UTF-8`, 'Encode the text as UTF-8 before base64url.'],
} as const satisfies Readonly<Record<string, (about: string) => readonly [why: string, todo: string]>>;

/** What can be wrong with a link. */
export type LinkCode = keyof typeof REFUSALS;

/** Why a link cannot be opened. */
export interface RefusedLink {
  readonly ok: false;
  readonly code: LinkCode;
  /** The end of a sentence. */
  readonly why: string;
  /** What to do, as a sentence. */
  readonly todo: string;
}

/** A name that is longer than this is not told as a whole. */
const LONGEST_NAME = 40;

/** The refusal for a reason; `about` names the text or the name in the link that it is about. */
export function refuse(code: LinkCode, about = ''): RefusedLink {
  const said = about.length > LONGEST_NAME ? `${about.slice(0, LONGEST_NAME)}…` : about;
  const [why, todo] = REFUSALS[code](said);
  return { ok: false, code, why, todo };
}

/** What the page says of a link that it does not open. */
export function refusalWords({ why, todo }: Pick<RefusedLink, 'why' | 'todo'>): string {
  return `This link cannot be opened: ${why}. ${todo} Your work is unchanged.`;
}
