import { entry, parseYaml, RuleDiagnostics, type YamlMap, type YamlNode } from '../rule';
import type { TestDiagnostics } from './codes';

/** The YAML documents of a text. What is wrong with the YAML itself goes to `problems`. */
export function yamlDocuments(text: string, problems: TestDiagnostics): YamlNode[] {
  const yaml = new RuleDiagnostics();
  const documents = parseYaml(text, yaml);
  for (const { severity, range, message } of yaml.all)
    if (severity === 'error') problems.error('test-yaml', range, message);
  return documents;
}

/** The value of a key of a map; undefined if it has no such key. */
export function valueUnder(map: YamlMap, key: string): YamlNode | undefined {
  return entry(map, key)?.value;
}

/** The text of a scalar under a key; undefined if there is none. */
export function textUnder(map: YamlMap, key: string): string | undefined {
  const value = valueUnder(map, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}
