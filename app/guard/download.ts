import { fileName } from '../results/file-names';
import { type Side, session } from '../state/session';
import { saveFile } from '../ui/save-file';

/** Hands one side's text to the browser as a download. */
export function download(side: Side): void {
  saveFile(fileName(side), session.getState()[side], 'text/plain;charset=utf-8');
}
