/*
 * The messages between an embed of Sigma Playground and the page around it. This file imports nothing: copy it into a
 * project that embeds. docs/embedding.md says when each message comes.
 *
 * The version changes only if an old message would be misread. New kinds of messages and new fields may come at any time:
 * leave alone what you do not know.
 */

export const PROTOCOL = 1;

/** What the engine says of an event. */
export type EmbedVerdict = 'match' | 'no match' | 'not applicable' | 'error';

/** From the embed to the page around it, by `postMessage`. */
export type EmbedMessage = { readonly source: 'sigma-playground'; readonly version: typeof PROTOCOL } & (
  | {
      /** The height of its content in CSS pixels. Sent to any page, whenever it changes. */
      readonly type: 'height';
      readonly height: number;
    }
  | {
      /** It listens from now on. Only to the origin that the address names as `parent`, as all that follows. */
      readonly type: 'ready';
    }
  | {
      /** The engine is done with the texts. */
      readonly type: 'verdicts';
      /** The title of the rule; empty if it has none. */
      readonly title: string;
      /** False where the rule has an error; the verdicts are then those of its last good version, if there was one. */
      readonly compiles: boolean;
      /** The number of the chosen event, counted from 1; 0 if there are no events. */
      readonly chosen: number;
      /** One for each event, in the order of the text. */
      readonly verdicts: readonly EmbedVerdict[];
    }
  | {
      /** A message was not understood, and changed nothing. */
      readonly type: 'refused';
      /** Why, as a sentence. */
      readonly why: string;
    }
);

/** From the page around it to the embed. Anything without this `to` is left alone. */
export type EmbedRequest = { readonly to: 'sigma-playground' } & (
  | {
      /** Replaces what is named, and leaves the rest. Both texts together have at most 4 MiB in UTF-8. */
      readonly type: 'set';
      readonly rule?: string;
      readonly events?: string;
      readonly theme?: 'light' | 'dark' | 'auto';
      /** The version of Sigma that a rule without a `sigma-version` is read as. */
      readonly spec?: '2.1.0' | '2.2.0' | 'proposals';
    }
  | {
      readonly type: 'choose';
      /** The number of the event, counted from 1. */
      readonly event: number;
    }
);
