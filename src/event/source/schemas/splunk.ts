import type { SigmaEvent } from '../../event';
import { has, kindOf, mapped, never, type RecognisedKind, type Schema, textOf } from '../schema';
import { productOfPath } from './product';

/*
 * Splunk's common names for processes (the data model Endpoint), as its add-ons for Windows and Sysmon set them beside
 * or instead of the events' own. Events that still have their channel are recognised by it before.
 */

const PROCESS = kindOf('Splunk process', { categories: ['process_creation'] }, [
  ...mapped(
    ['Image', 'process_path'],
    ['CommandLine', 'process'],
    ['ProcessId', 'process_id'],
    ['ProcessGuid', 'process_guid'],
    ['CurrentDirectory', 'process_current_directory'],
    ['IntegrityLevel', 'process_integrity_level'],
    ['OriginalFileName', 'original_file_name'],
    ['ParentImage', 'parent_process_path'],
    ['ParentCommandLine', 'parent_process'],
    ['ParentProcessId', 'parent_process_id'],
    ['ParentProcessGuid', 'parent_process_guid'],
    ['Hashes', 'process_hash'],
    ['User', 'user'],
  ),
  ...never('Company', 'Description', 'Product', 'FileVersion', 'LogonGuid', 'RuleName', 'UtcTime'),
]);

/** Beside the process itself, names that no other source has. */
const SIGNS = ['parent_process_path', 'parent_process', 'parent_process_name', 'process_path'];
const PATHS = ['process_path', 'parent_process_path'];

function recognise(event: SigmaEvent): RecognisedKind | null {
  // Others have an object there.
  if (textOf(event, 'process') === undefined || !has(event, 'process_name')) return null;
  const sign = SIGNS.find((name) => has(event, name));
  if (sign === undefined) return null;
  const path = PATHS.find((name) => productOfPath(textOf(event, name)) !== null);
  const product = path === undefined ? null : productOfPath(textOf(event, path));
  return { kind: PROCESS, product, because: ['process_name', path ?? sign] };
}

export const SPLUNK: Schema = { name: 'Splunk', signs: SIGNS, kinds: [PROCESS], recognise };
