import { prose } from '../text';
import type { LogData } from './log-data';
import type { LogRow } from './messages';
import { aloneText, type LogSource, readAlone, unlessLost } from './source';
import { summaryOf } from './summary';

/** Single events of a log, read by themselves. */
export class SingleEvents {
  constructor(
    private readonly data: LogData,
    private readonly source: LogSource,
  ) {}

  /** The text of an event as an editor shows it; for a report about a row of a table, that row. */
  async text(event: number): Promise<string> {
    const own = await this.ownText(event);
    const isBefore = own.trim() === '' && event + 1 < this.data.columns.length;
    return aloneText(isBefore ? await this.ownText(event + 1) : own, this.data.pieces.readAsOf(event));
  }

  /** The line of the list for an event; `fields` come first in its summary. */
  async row(event: number, fields: readonly string[]): Promise<LogRow> {
    const { columns, times, pieces } = this.data;
    const piece = pieces.all[pieces.pieceOf(event)]!;
    const known = {
      event,
      file: piece.file,
      code: columns.codes.data[event]!,
      time: times.millisOf(event),
      source: this.data.sourceOf(event),
    };
    const own = await this.ownText(event).catch(unlessLost);
    if (own === null) return { ...known, summary: [], fault: prose('its file can no longer be read.') };
    const slice = readAlone(own, pieces.readAsOf(event), piece.forced);
    return {
      ...known,
      summary: slice?.event ? summaryOf(slice.event, fields) : [],
      fault: this.data.faultOf(event, slice),
    };
  }

  private ownText(event: number): Promise<string> {
    const { offsets, lengths } = this.data.columns;
    return this.source.eventText({ offset: offsets.data[event]!, length: lengths.data[event]! });
  }
}
