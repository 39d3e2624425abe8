import type { SigmaEvent } from '../../event/event';
import { has, kindOf, type Recognised, type Schema } from '../schema';

/*
 * Requests by the names of W3C: access logs of web servers, and logs of proxies, which say what they did with a request or
 * how they rate its target.
 */

const SERVER = kindOf('web server log', {
  categories: ['webserver'],
  services: ['apache', 'nginx', 'iis'],
});
const PROXY = kindOf('proxy log', { categories: ['proxy'] });

const OF_PROXIES = [
  's-action',
  'cs-categories',
  'sc-filter-result',
  'r-host',
  'r-ip',
  's-hierarchy',
  'rs-status',
];

function recognise(event: SigmaEvent): Recognised | null {
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
