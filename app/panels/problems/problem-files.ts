import type { EventCode, EvtxCode } from '../../../src/event';
import type { Words } from '../../../src/text';
import { useOpenedLogs } from '../../actions/opened-log';
import { useLog } from '../../log/store';

/** A file and its problems, placed by byte offset. */
export interface FileProblems {
  readonly name: string;
  /** True if other files were opened together with it. */
  readonly among: boolean;
  /** The first of them; `problemCount` is how many there are. */
  readonly problems: readonly {
    readonly code: EventCode | EvtxCode;
    readonly severity: 'error' | 'warning';
    readonly message: Words;
    readonly offset: number;
  }[];
  readonly problemCount: number;
}

/** The files with problems that the events came from: event logs that were converted to text, and the large log. */
export function useProblemFiles(): readonly FileProblems[] {
  const state = useLog((log) => log.state);
  const files = useLog((log) => log.files);
  const large =
    state?.problemsOfFiles.map(({ file, count }) => ({
      name: files?.[file]?.name ?? '',
      among: (files?.length ?? 0) > 1,
      problems: state.problems.filter((one) => one.file === file),
      problemCount: count,
    })) ?? [];
  return [...useOpenedLogs(), ...large].filter(({ problemCount }) => problemCount > 0);
}

/** How many problems these files have. */
export function useLogProblemCount(): number {
  return useProblemFiles().reduce((sum, { problemCount }) => sum + problemCount, 0);
}
