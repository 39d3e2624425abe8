import type { PlanLogsource } from '../../rule';
import { byName, say, type Words } from '../../text';

/** What happens when an event of a category is written, as a clause. */
const CATEGORIES = byName<string>({
  antivirus: 'an antivirus program reports something',
  application: 'an application writes an event',
  clipboard_capture: 'a program puts something on the clipboard',
  create_remote_thread: 'a program starts a thread in another program',
  create_stream_hash: 'a program adds a hidden stream to a file',
  database: 'a database runs a command',
  dns: 'a name is looked up in DNS',
  dns_query: 'a program looks up a name in DNS',
  driver_load: 'a driver is loaded',
  file_access: 'a program opens a file',
  file_block: 'a file is kept from being written',
  file_block_executable: 'an executable file is kept from being written',
  file_block_shredding: 'a file is kept from being shredded',
  file_change: 'a program changes when a file was created',
  file_delete: 'a program deletes a file',
  file_delete_detected: 'a program deletes a file',
  file_event: 'a program creates a file',
  file_executable_detected: 'a program creates an executable file',
  file_rename: 'a program renames a file',
  firewall: 'a firewall reports traffic',
  image_load: 'a program loads a library',
  network: 'a network sensor reports traffic',
  network_connection: 'a program opens a network connection',
  pipe_created: 'a program creates or opens a named pipe',
  process_access: 'a program opens another program',
  process_creation: 'a program starts',
  process_tampering: 'a program’s memory is replaced',
  process_termination: 'a program ends',
  proxy: 'a request goes through the web proxy',
  ps_classic_provider_start: 'a provider of PowerShell starts',
  ps_classic_script: 'PowerShell runs a script',
  ps_classic_start: 'PowerShell starts',
  ps_module: 'PowerShell runs a command',
  ps_script: 'PowerShell runs a block of script',
  raw_access_read: 'a program reads a disk directly',
  raw_access_thread: 'a program reads a disk directly',
  registry_add: 'a program adds to the registry',
  registry_delete: 'a program deletes from the registry',
  registry_event: 'a program changes the registry',
  registry_rename: 'a program renames something in the registry',
  registry_set: 'a program sets a value in the registry',
  sysmon_error: 'Sysmon reports an error',
  sysmon_status: 'Sysmon starts, stops or is configured anew',
  webserver: 'a web server answers a request',
  wmi_event: 'a subscription to WMI events is made',
});

/** The systems on which such things happen. */
const SYSTEMS = byName<string>({ windows: 'Windows', linux: 'Linux', macos: 'macOS' });

/** What the events of a log source tell, as a clause: `a program starts on Windows (…)`. The log source's names are in it. */
export function happening({ product, category, service }: PlanLogsource): Words {
  const names = [product, category, service].filter((name) => name !== undefined && name !== '');
  if (names.length === 0) return ['an event comes in'];
  const named = say`\`${names.join(' / ')}\``;
  const what = CATEGORIES.get(category?.toLowerCase() ?? '');
  if (what === undefined) return say`an event of ${named} comes in`;
  const system = SYSTEMS.get(product?.toLowerCase() ?? '');
  return say`${what}${system ? ` on ${system}` : ''} (${named})`;
}
