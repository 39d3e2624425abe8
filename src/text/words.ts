/** Text quoted from a rule, an event or a command. */
export interface Code {
  readonly code: string;
}

/**
 * Words for people, in parts: text and code. Plain data, so that they can be posted; the display decides how code
 * looks.
 */
export type Words = readonly (string | Code)[];

/** What a sentence can have in it; what is no words stands as a template writes it. */
type Said = string | number | bigint | null | undefined | Code | Words;

function isCode(value: Said): value is Code {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** Text from a rule, an event or a command, inside a sentence. */
export function code(text: string): Code {
  return { code: text };
}

/**
 * A sentence: say`There is no field ${code(name)}.` The template may write code between backticks, with values in it:
 * say`Write \`${name}: null\`.` The content of a value is never parsed, so a backtick in it stays a backtick.
 */
export function say(texts: readonly string[], ...values: readonly Said[]): Words {
  const made = new Sentence();
  texts.forEach((text, i) => {
    text.split('`').forEach((part, j) => {
      if (j > 0) made.toggle();
      made.add(part);
    });
    if (i < values.length) made.add(values[i]!);
  });
  return made.parts;
}

/** Builds words. Adjacent texts become one part. */
class Sentence {
  readonly parts: (string | Code)[] = [];
  /** The code being written; null outside of code. */
  private open: string | null = null;

  toggle(): void {
    if (this.open === null) this.open = '';
    else {
      this.parts.push(code(this.open));
      this.open = null;
    }
  }

  add(value: Said): void {
    if (Array.isArray(value)) for (const part of value as Words) this.add(part);
    else if (this.open !== null) this.open += isCode(value) ? value.code : String(value);
    else if (isCode(value)) this.parts.push(value);
    else this.text(String(value));
  }

  private text(text: string): void {
    const last = this.parts.length - 1;
    const before = this.parts[last];
    if (typeof before === 'string') this.parts[last] = before + text;
    else if (text !== '') this.parts.push(text);
  }
}

/** A fixed text of ours, in which backticks enclose code. */
export function prose(text: string): Words {
  return say([text]);
}

/** Words one after the other, separated by `between`. */
export function joinWords(all: readonly (Words | string | Code)[], between = ' '): Words {
  return all.flatMap((words, i) => [
    ...(i > 0 && between !== '' ? [between] : []),
    ...(Array.isArray(words) ? (words as Words) : [words as string | Code]),
  ]);
}

/** A clause as a complete sentence: with a capital letter, unless it begins with code, and a full stop. */
export function asSentence(clause: Words): Words {
  const [first, ...rest] = clause;
  const begun =
    typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : clause;
  return say`${begun}.`;
}

/** Thrown where what is wrong is told in a sentence with code in it. */
export class Told extends Error {
  constructor(readonly says: Words) {
    super(unmarked(says));
  }
}

/** What there is to say of something thrown. */
export function toldOf(error: unknown): Words {
  if (error instanceof Told) return error.says;
  return [error instanceof Error ? error.message : String(error)];
}

/** As plain text, with code in backticks: for the terminal. */
export function plain(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : `\`${part.code}\``)).join('');
}

/** As plain text, with code unmarked: for labels, titles and other places that cannot show code. */
export function unmarked(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
