import { coverageLayer, coverageOf } from '../../../src/catalog';
import { Choices } from '../../guard/Choices';
import { count } from '../../ui/count';
import { notify } from '../../ui/notices';
import { saveBlob, saveFile } from '../../ui/save-file';
import { findings, writtenFindings } from '../store';
import { filterWords } from './words';

const FORMS = [
  { id: 'csv', title: 'CSV', ending: '.csv' },
  { id: 'jsonl', title: 'JSON Lines', ending: '.jsonl' },
  { id: 'markdown', title: 'Report in Markdown', ending: '.md' },
] as const;
const LAYER = { id: 'layer', title: 'ATT&CK Navigator layer' };

/** Saves the findings under the filter. */
export function ExportChoices() {
  return (
    <Choices
      label="Export"
      choices={[...FORMS.map(({ id, title }) => ({ id, title })), LAYER]}
      onChoose={(id) => {
        const form = FORMS.find((one) => one.id === id);
        if (form) void save(form);
        else saveLayer();
      }}
    />
  );
}

async function save({ id, ending }: (typeof FORMS)[number]): Promise<void> {
  const { run } = findings.getState();
  const written = run && (await writtenFindings(id, notes()));
  if (written) saveBlob(`${stem()}${ending}`, written);
  else notify({ key: 'findings', text: 'The findings could not be written.', for: 8000 });
}

/** The techniques of the rules that found something under the filter. */
function saveLayer(): void {
  const { run, tables, filter } = findings.getState();
  if (!run || !tables) return;
  const found = new Set(
    tables.rules.flatMap(({ rule }) => (filter.rule === null || filter.rule === rule ? rule : [])),
  );
  const coverage = coverageOf(run.rules, (position) => found.has(position));
  const layer = coverageLayer(coverage, {
    name: `${run.catalogName}: findings in ${run.logName}`,
    description: [`Rules that matched in ${run.logName}`, ...notes()].join('. '),
  });
  saveFile(`${stem()}-layer.json`, JSON.stringify(layer, null, 2), 'application/json');
}

/** What a reader has to know besides: the filter, what was left out, and that it is not all. */
function notes(): string[] {
  const { run, filter } = findings.getState();
  if (!run) return [];
  const only = filterWords(filter, run.rules).map(({ words }) => words);
  const left = run.leftOut.map(({ rule }) => run.rules[rule]?.title ?? '');
  return [
    ...(only.length > 0 ? [`Only: ${only.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Left out, because they failed or took too long: ${left.join(', ')}.`] : []),
    ...run.lost.map(
      ({ file, events }) =>
        `${file} could no longer be read: ${count(events, 'event')} of it are not included.`,
    ),
    ...(run.state === 'done'
      ? []
      : [
          `Of ${run.events.toLocaleString('en')} of ${run.totalEvents.toLocaleString('en')} events: the run was not finished.`,
        ]),
  ];
}

function stem(): string {
  const name = findings.getState().run?.logName ?? '';
  return `${name.replace(/[^\w.-]+/g, '-') || 'log'}-findings`;
}
