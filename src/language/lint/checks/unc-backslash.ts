import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

/** Names in the Windows kernel's namespace: a path that begins with one has one backslash before it. */
const KERNEL =
  /^\\\\(?:registry|systemroot|device|driver|filesystem|global|dosdevices|basenamedobjects|sessions|rpc control|knowndlls(?:32)?|windows|pipe|callback|security|objecttypes|nls|arcname|machine|user)(?:\\|$)/i;
/** Fields whose values begin with one backslash: pipes, tasks, keys and objects of the kernel, and namespaces. */
const ONE_BACKSLASH = /pipe|task|object|key|namespace/i;

export const uncBackslash: Check<'unc-backslash'> = {
  id: 'unc-backslash',
  severity: 'warning',
  finds: 'A share with two backslashes that are read as one',
  why: 'In Sigma, two backslashes are one. A value that begins with `\\\\host` therefore looks for `\\host`, but events have two backslashes there. Write four.',
  bad: "detection:\n    selection:\n        Image|startswith: '«\\\\»backup01\\tools'\n    condition: selection",
  good: "detection:\n    selection:\n        Image|startswith: '\\\\\\\\backup01\\tools'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'exact' && item.comparison !== 'startswith') return;
    if (item.field === null || ONE_BACKSLASH.test(item.field) || KERNEL.test(text)) return;
    if (scalar.style === 'double' || !/^\\\\(?![\\*?])[^\\]+\\/.test(text)) return;
    const range = value.at(0, 2);
    report(
      range,
      prose('Two backslashes are read as one, but events have two here. Write four.'),
      findsOthers(replace(prose('Write four backslashes'), range, '\\\\\\\\')),
    );
  },
};
