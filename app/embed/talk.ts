import type { SpecVersion } from '../../src/knowledge';
import { chooseOnceRead } from '../actions/choose-event';
import { pickVersion } from '../actions/pick-version';
import { editors } from '../editor/editors';
import { effectivelyChosen } from '../results/chosen';
import { results } from '../results/results';
import { verdictOf } from '../results/verdict-columns';
import type { EmbedOptions } from '../state/embed-options';
import { session } from '../state/session';
import { type EmbedMessage, PROTOCOL } from './protocol';
import { readRequest } from './requests';

/*
 * The embed and the page around it. The height goes to any page: it tells nothing of the work. All else goes to, and is
 * taken from, the one origin that the address names, and only from the window that holds this frame.
 */

type Said = EmbedMessage extends infer M
  ? M extends unknown
    ? Omit<M, 'source' | 'version'>
    : never
  : never;

function say(message: Said, origin: string): void {
  if (window.parent === window) return;
  window.parent.postMessage({ source: 'sigma-playground', version: PROTOCOL, ...message }, origin);
}

/** Tells the height of `content` now and at each change. */
export function tellHeight(content: Element): void {
  let last = -1;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height !== last) say({ type: 'height', height }, '*');
    last = height;
  }).observe(content);
}

/** Listens to the page around it, and tells it what the engine says. */
export function talk({ parent }: EmbedOptions): void {
  if (parent === null) return;
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || origin !== parent) return;
    const { rule, events } = session.getState();
    const { outcome } = results.getState();
    const total = outcome.events === events ? outcome.total : 0;
    const asked = readRequest(data, { rule, events, total });
    if (asked?.kind === 'refused') say({ type: 'refused', why: asked.why }, parent);
    if (asked?.kind === 'choose') chooseOnceRead(asked.index);
    if (asked?.kind === 'set') put(asked);
  });
  results.subscribe(() => tellVerdicts(parent));
  session.subscribe(() => tellVerdicts(parent));
  say({ type: 'ready' }, parent);
  tellVerdicts(parent);
}

function put({
  kind: _,
  spec,
  ...named
}: {
  readonly kind: 'set';
  readonly rule?: string;
  readonly events?: string;
  readonly spec?: SpecVersion;
}) {
  if (spec) pickVersion(spec);
  session.setState({ ...named, ...(named.events === undefined ? {} : { selected: 0 }) });
  for (const side of ['rule', 'events'] as const) {
    const text = named[side];
    if (text !== undefined) editors[side].handle?.replaceAll(text);
  }
}

let told = '';

/** Tells the verdicts once the engine is done with what is there; the same only once. */
function tellVerdicts(origin: string): void {
  const { outcome, running, settled, awaited, stale, isEmpty } = results.getState();
  const { rule, events, selected } = session.getState();
  if (running || !settled || awaited || outcome.events !== events || (!stale && outcome.rule !== rule))
    return;
  const { verdicts, info } = outcome;
  const all = Array.from({ length: verdicts.length }, (_, i) => verdictOf(verdicts, i));
  const message = {
    type: 'verdicts',
    title: info?.title ?? '',
    compiles: info !== null && !stale && !isEmpty,
    chosen: all.length === 0 ? 0 : effectivelyChosen(selected, all.length) + 1,
    verdicts: all,
  } as const;
  const key = JSON.stringify([message, outcome.run]);
  if (key === told) return;
  told = key;
  say(message, origin);
}
