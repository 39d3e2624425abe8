import type { SigmaEvent } from '../../event';
import { has, hashes, kindOf, mapped, never, type RecognisedKind, type Schema, textOf } from '../schema';
import { productOfPath } from './product';

/*
 * Rows of Velociraptor's artifacts about processes, with the columns of `pslist`. Its rows of Windows event logs have
 * the layout of those logs and need no schema.
 */

const PROCESS = kindOf('Velociraptor processes', { categories: ['process_creation'] }, [
  ...mapped(
    ['Image', 'Exe'],
    ['ProcessId', 'Pid'],
    ['ParentProcessId', ['Ppid', 'PPid']],
    ['User', 'Username'],
    ['CurrentDirectory', 'Cwd'],
    ['ParentImage', ['ParentExe', 'Parent.Exe']],
    ['ParentCommandLine', ['ParentCommandLine', 'Parent.CommandLine']],
  ),
  ...hashes(['MD5', 'Hash.MD5'], ['SHA1', 'Hash.SHA1'], ['SHA256', 'Hash.SHA256']),
  ...never('ProcessGuid', 'ParentProcessGuid', 'LogonGuid', 'RuleName', 'UtcTime'),
]);

function recognise(event: SigmaEvent): RecognisedKind | null {
  if (!has(event, 'Pid') || !(has(event, 'Ppid') || has(event, 'PPid'))) return null;
  if (!has(event, 'CommandLine')) return null;
  return {
    kind: PROCESS,
    product: productOfPath(textOf(event, 'Exe')),
    because: ['Exe', 'Pid', 'CommandLine'],
  };
}

export const VELOCIRAPTOR: Schema = {
  name: 'Velociraptor',
  signs: ['Exe'],
  kinds: [PROCESS],
  recognise,
};
