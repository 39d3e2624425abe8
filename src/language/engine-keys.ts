import { byName } from '../text';

/** Keys that engines give rules beside those of the specification, at the top of a document, with what they are for. */
const KEYS = byName<string>({
  custom_attributes:
    'A key of pySigma and rsigma: attributes of the rule’s own, for pipelines and backends. It changes no verdict here.',
  ruletype: 'A key of Hayabusa: whether the rule is its own or comes from Sigma. It changes no verdict here.',
  'rsigma.exemplars':
    'A key of rsigma: example events with what the rule says of each. They are run as tests of the rule.',
  details: 'A key of Hayabusa: the fields that its timeline shows of a match. It changes no verdict here.',
  output: 'A key of Hayabusa in its early versions: what it prints of a match. It changes no verdict here.',
  'sample-evtx': 'A key of Hayabusa: a link to a log in which the rule finds something.',
  'sample-message': 'A key of Hayabusa: the message of an event that the rule finds.',
  rule: 'A key of Zircolite’s rulesets: the queries in SQL that it made of the rule. They are not run here.',
  filename: 'A key of Zircolite’s rulesets: the file that the rule comes from.',
  channel:
    'A key of Zircolite’s rulesets: the channels that its queries look at. It changes no verdict here.',
  eventid:
    'A key of Zircolite’s rulesets: the event ids that its queries look at. It changes no verdict here.',
});

/** What a key at the top of a rule is for if an engine has it besides the specification; undefined for others. */
export function engineKeyDoc(key: string): string | undefined {
  if (key.startsWith('rsigma.') && !KEYS.has(key))
    return 'A key of rsigma, for its own commands. It changes no verdict here.';
  return KEYS.get(key);
}
