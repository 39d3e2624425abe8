import { useRef } from 'react';
import { isList, jointBefore, moreWords, type Paragraph, type Step } from '../../src/describe';
import type { Words } from '../../src/text';
import { Sentence } from '../ui/Sentence';
import { useFit } from './use-fit';

/** What a step says, and the speaker's line below it. */
export function StepWords({ step, speaker }: { readonly step: Step; readonly speaker: boolean }) {
  const { title, holds, says, speaks } = step;
  const box = useRef<HTMLElement>(null);
  useFit(box, `${speaker} ${JSON.stringify([title, says, speaks])}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard.
    <section ref={box} className="stage-words" aria-label="Step" tabIndex={0}>
      <h3 className="stage-title">
        {holds === null ? null : (
          <>
            <span className={holds ? 'good' : 'bad'} role="img" aria-label={holds ? 'true' : 'false'}>
              {holds ? '✓' : '✗'}
            </span>{' '}
          </>
        )}
        <Sentence words={title} />
      </h3>
      <div className="stage-says">
        <Paragraphs all={says} />
      </div>
      {speaker && speaks.length > 0 ? (
        <div className="stage-speaks">
          <Paragraphs all={speaks} />
        </div>
      ) : null}
    </section>
  );
}

function Paragraphs({ all }: { readonly all: readonly Paragraph[] }) {
  return all.map((words, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity of their own and never move.
    <p key={i}>
      <Sentence words={flat(words).map(withBlanks)} />
    </p>
  ));
}

/** Blanks at the ends of code, which nobody would see, as signs. */
export function withBlanks(part: Words[number]): Words[number] {
  if (typeof part === 'string') return part;
  return { code: part.code.replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length)) };
}

/** Entries of a list that are said on the stage. */
const SAID = 6;

/** A paragraph as plain words: on the stage nothing opens, so a long list ends with how many more there are. */
export function flat(paragraph: Paragraph): (string | { readonly code: string })[] {
  return paragraph.flatMap((part) => {
    if (!isList(part)) return [part];
    const { entries, more = 0 } = part;
    const isLong = entries.length > SAID + 1;
    const said = isLong ? entries.slice(0, SAID) : entries;
    const rest = entries.length - said.length + more;
    return [
      ...said.flatMap((entry, i) => [
        ...(i > 0 ? [isLong ? part.joint : jointBefore(part, i)] : []),
        ...flat(entry),
      ]),
      ...(rest > 0 ? [moreWords(rest)] : []),
    ];
  });
}
