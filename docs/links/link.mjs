// Prints three links to the playground with a rule and events: node link.mjs rule.yml events.jsonl
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

const PLAYGROUND = 'https://playground.example/';

const names = process.argv.slice(2);
if (names.length !== 2) {
  console.error('node link.mjs rule.yml events.jsonl');
  process.exit(1);
}
const [rule, events] = names.map((name) => readFileSync(name));
const percent = (text) => encodeURIComponent(text.toString('utf8'));
const base64url = (bytes) => bytes.toString('base64url');
const packed = (text) => base64url(deflateRawSync(text));
console.log(`${PLAYGROUND}#rule=${percent(rule)}&events=${percent(events)}`);
console.log(`${PLAYGROUND}#rule-base64=${base64url(rule)}&events-base64=${base64url(events)}`);
console.log(`${PLAYGROUND}#rule-deflate=${packed(rule)}&events-deflate=${packed(events)}`);
