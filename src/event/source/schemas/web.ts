import type { SigmaEvent } from '../../event';
import type { DerivedField } from '../hashes';
import { type FieldPiece, JoinedField } from '../joined-field';
import { has, kindOf, mapped, type RecognisedKind, type Schema } from '../schema';

/*
 * Requests under W3C's names: access logs of web servers, and logs of proxies, which say what they did with a request
 * or how they rate its target.
 */

const [STEM, QUERY] = ['cs-uri-stem', 'cs-uri-query'];

/** Path and query in one, if the log has them separately. */
function apart(event: SigmaEvent): readonly FieldPiece[] {
  const [stem, query] = [event.get(STEM), event.get(QUERY)];
  if (typeof stem !== 'string' || typeof query !== 'string' || query.startsWith('/')) return [];
  const path = { own: STEM, text: stem };
  return query === '-' || query === '' ? [path] : [path, { own: QUERY, text: query }];
}

const TARGET = new JoinedField('path and query', {
  from: [STEM, QUERY],
  pieces: apart,
  separator: '?',
  said: () =>
    `The log has the path separately in ${STEM}. Rules look for both in ${QUERY}, so it is also read with the path.`,
});

/** W3C uses this name for the query alone, most rules for web servers for path and query: both are tried. */
const PATH_AND_QUERY: DerivedField = {
  from: [QUERY, STEM],
  get: (event) => {
    const whole = TARGET.get(event);
    return whole === undefined ? event.get(QUERY) : [event.get(QUERY), whole];
  },
  origin: (event) => {
    const whole = TARGET.get(event);
    return whole === undefined ? undefined : { own: [QUERY, STEM], text: TARGET.origin(event)!.text };
  },
  locate: (event, member) => (member === 1 ? TARGET.locate(event) : event.locate(QUERY)),
};

const SERVER = kindOf('web server log', { categories: ['webserver'], services: ['apache', 'nginx', 'iis'] }, [
  [QUERY, { kind: 'made', field: PATH_AND_QUERY }],
]);
const PROXY = kindOf(
  'proxy log',
  { categories: ['proxy'] },
  mapped(
    ['c-uri', ['cs-uri', 'cs-url', 'cs-uri-query', 'cs-uri-stem']],
    ['c-uri-query', 'cs-uri-query'],
    ['c-uri-stem', ['cs-uri-stem', 'cs-uri-path']],
    ['c-uri-extension', 'cs-uri-extension'],
    ['c-useragent', 'cs-user-agent'],
    ['cs-referrer', 'cs-referer'],
    ['src_ip', 'c-ip'],
    ['dst_ip', ['r-ip', 's-ip']],
    ['r-dns', ['r-host', 'cs-host']],
  ),
);

const OF_PROXIES = [
  's-action',
  'cs-categories',
  'sc-filter-result',
  'r-host',
  'r-ip',
  's-hierarchy',
  'rs-status',
];

function recognise(event: SigmaEvent): RecognisedKind | null {
  const asked = ['cs-uri-stem', 'cs-uri-query', 'cs-uri', 'c-uri'].find((name) => has(event, name));
  if (asked === undefined || !(has(event, 'sc-status') || has(event, 'cs-method'))) return null;
  const proxy = OF_PROXIES.find((name) => has(event, name));
  const because = [proxy ?? 'cs-method', asked, 'sc-status'];
  return { kind: proxy === undefined ? SERVER : PROXY, product: null, because };
}

export const WEB: Schema = {
  name: 'web logs',
  signs: ['sc-status', 'cs-method'],
  kinds: [SERVER, PROXY],
  recognise,
};
