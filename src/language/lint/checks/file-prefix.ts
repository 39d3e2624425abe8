import { say } from '../../../text';
import type { Check } from '../check';

/** The prefixes of SigmaHQ's file names by log source; the first that fits counts. */
const PREFIXES: readonly (readonly [logsource: string, prefix: string])[] = [
  ['windows/process_creation', 'proc_creation_win_'],
  ['linux/process_creation', 'proc_creation_lnx_'],
  ['macos/process_creation', 'proc_creation_macos_'],
  ['windows/file_event', 'file_event_win_'],
  ['linux/file_event', 'file_event_lnx_'],
  ['macos/file_event', 'file_event_macos_'],
  ['windows/image_load', 'image_load_'],
  ['windows/network_connection', 'net_connection_win_'],
  ['linux/network_connection', 'net_connection_lnx_'],
  ['windows/registry_set', 'registry_set_'],
  ['windows/registry_event', 'registry_event_'],
  ['windows/registry_add', 'registry_add_'],
  ['windows/registry_delete', 'registry_delete_'],
  ['windows/ps_script', 'posh_ps_'],
  ['windows/ps_module', 'posh_pm_'],
  ['windows/dns_query', 'dns_query_win_'],
  ['windows/driver_load', 'driver_load_'],
  ['windows/pipe_created', 'pipe_created_'],
  ['windows/process_access', 'proc_access_win_'],
  ['windows/create_remote_thread', 'create_remote_thread_win_'],
  ['windows/security', 'win_security_'],
  ['windows/system', 'win_system_'],
  ['linux/auditd', 'lnx_auditd_'],
  ['aws/cloudtrail', 'aws_'],
  ['okta/okta', 'okta_'],
];

export const filePrefix: Check<'file-prefix'> = {
  id: 'file-prefix',
  severity: 'info',
  finds: 'A file name without the prefix of its log source',
  why: 'In SigmaHQ’s repository, file names begin with the log source, such as `proc_creation_win_`, so that a rule can be recognised by its file.',
  file: 'backup_catalog_removed.yml',
  bad: '«title»: Backup Catalog Removed',
  good: 'title: Backup Catalog Removed',
  text({ fileName, collection }, report) {
    // Files with several documents, and those of correlations and filters, have other conventions.
    const [entry, other] = collection.documents;
    const rule = entry?.document.kind === 'detection' && !other ? entry.document.rule : null;
    const first = entry?.document.tree.entries[0];
    if (fileName === null || !rule || !first || !/^[a-z0-9_]{10,90}\.yml$/.test(fileName)) return;
    const { product, category, service } = rule.logsource;
    const source = `${product?.value ?? ''}/${category?.value ?? service?.value ?? ''}`;
    const prefix = PREFIXES.find(([name]) => name === source)?.[1];
    if (prefix && !fileName.startsWith(prefix))
      report(
        first.key.range,
        say`In SigmaHQ’s repository, file names of this log source begin with \`${prefix}\`; this one is \`${fileName}\`.`,
      );
  },
};
