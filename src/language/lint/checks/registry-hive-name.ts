import { byName, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

/** Long names of hives with those that Sysmon writes; null if there is no single one. */
const SHORT = byName<string | null>({
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_USERS: 'HKU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_CURRENT_USER: null,
  HKCU: null,
});

export const registryHiveName: Check<'registry-hive-name'> = {
  id: 'registry-hive-name',
  severity: 'warning',
  finds: 'A registry hive under a name that Sysmon does not use',
  why: 'Sysmon writes `HKLM`, `HKU` and `HKCR`, and the keys of the current user under `HKU` and its SID. A value that begins with a long name, or with `HKCU`, never matches.',
  bad: "logsource:\n    category: registry_set\n    product: windows\ndetection:\n    selection:\n        TargetObject|startswith: '«HKEY_LOCAL_MACHINE»\\Software\\Backup\\'\n    condition: selection",
  good: "logsource:\n    category: registry_set\n    product: windows\ndetection:\n    selection:\n        TargetObject|startswith: 'HKLM\\Software\\Backup\\'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (item.field !== 'TargetObject' || item.comparison === null || item.comparison === 'endswith') return;
    if (!item.rule.logsource.category?.value.startsWith('registry')) return;
    const found = /^(HKEY_[A-Z_]+|HKCU)(?=\\)/i.exec(text)?.[1];
    const short = found === undefined ? undefined : SHORT.get(found.toUpperCase());
    if (found === undefined || short === undefined) return;
    const range = value.at(0, found.length);
    report(
      range,
      short
        ? say`Sysmon does not use this name. Write \`${short}\`.`
        : say`Sysmon writes the keys of the current user under \`HKU\` and its SID. Write \`contains\` and the path after the hive.`,
      short ? findsOthers(replace(say`Write \`${short}\``, range, short)) : null,
    );
  },
};
