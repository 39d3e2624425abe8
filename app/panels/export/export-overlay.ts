import { Overlay } from '../../guard/overlay';

/** What shows the dialog. It is loaded when its button is first pointed at or opened. */
export const EXPORT = new Overlay('The dialog for exports', () =>
  import('./ExportDialog').then((m) => m.ExportDialog),
);
