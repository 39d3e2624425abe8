import { byName, prose, say, type Words } from '../../../text';
import { type Check, change } from '../check';

/** For each namespace the form of its tags, and words for it with an example. ATT&CK's are checked elsewhere. */
const FORMS = byName<readonly [form: RegExp, words: Words]>({
  cve: [/^\d{4}-\d{4,}$/, prose('the year and the number, such as `cve.2021-44228`')],
  car: [/^\d{4}-\d\d-\d{3}$/, prose('the number of an analytic, such as `car.2013-05-009`')],
  detection: [
    /^(?:dfir|emerging-threats|threat-hunting)$/,
    prose('`detection.dfir`, `detection.emerging-threats` or `detection.threat-hunting`'),
  ],
  stp: [/^[1-5](?:[akuc]|$)/, prose('a level from 1 to 5 with or without a letter, such as `stp.4u`')],
  tlp: [
    /^(?:red|amber|amber-strict|green|clear|white)$/,
    prose('`tlp.red`, `tlp.amber`, `tlp.amber-strict`, `tlp.green` or `tlp.clear`'),
  ],
});

export const tagValue: Check<'tag-value'> = {
  id: 'tag-value',
  severity: 'warning',
  finds: 'A tag with an unknown name',
  why: 'Each namespace of the specification has its own form: a CVE is a year and a number, and the levels of the Traffic Light Protocol are a fixed list. Sigma 1.x wrote CVEs with a second dot.',
  bad: 'tags:\n    - attack.impact\n    - attack.t1490\n    - «cve.2021.44228»',
  good: 'tags:\n    - attack.impact\n    - attack.t1490\n    - cve.2021-44228',
  document({ meta }, report) {
    for (const { value, range } of meta.tags) {
      const dot = value.indexOf('.');
      const name = value.slice(dot + 1);
      const form = dot < 1 ? undefined : FORMS.get(value.slice(0, dot));
      if (!form || form[0].test(name)) continue;
      const cve = /^cve\.(?:cve[.-])?(\d{4})[._-](\d{4,})$/.exec(value);
      const meant = cve && `cve.${cve[1]}-${cve[2]}`;
      report(
        range,
        say`\`${value}\` does not exist in its namespace. Write ${form[1]}.`,
        meant ? change(range, meant) : null,
      );
    }
  },
};
