import { COMMAND, type Export, LOGON, lines, PROCESS, SECURITY_PROVIDER, SYSMON } from './export';

/* Event Viewer where Windows speaks another language. Sysmon's messages are in English there too. */

const cell = (text: readonly string[]) => `"${text.join('\r\n').replaceAll('"', '""')}"`;
const CATEGORY = 'Process Create (rule: ProcessCreate)';
const OF_PROCESS = {
  Image: 'C:\\Tools\\probe.exe',
  User: 'LAB\\marta',
  EventID: '1',
  Provider_Name: 'Microsoft-Windows-Sysmon',
  Channel: SYSMON,
};
const OF_LOGON = { TargetUserName: 'marta', LogonType: '10', EventID: '4625', Channel: 'Security' };

/** A failed logon, in our own German. */
const GERMAN = [
  'Fehler beim Anmelden.',
  '',
  'Wer:',
  '\tSicherheits-ID:\t\tS-1-0-0',
  '',
  'Anmeldetyp:\t\t\t10',
];
const OF_GERMAN = { EventID: '4625', Provider_Name: SECURITY_PROVIDER, Anmeldetyp: undefined };

function csv(language: string, names: string, level: string, time: string): Export {
  return {
    tool: 'Event Viewer',
    form: `Save all events as CSV, ${language}`,
    text: lines(names, `${level},${time},Microsoft-Windows-Sysmon,1,${CATEGORY},${cell(PROCESS)}`),
    events: [['Sysmon 1', OF_PROCESS]],
  };
}

function copied(language: string, header: readonly string[]): Export {
  return {
    tool: 'Event Viewer',
    form: `Copy details as text, ${language}`,
    text: lines(...header, ...PROCESS),
    events: [['Sysmon 1', { ...OF_PROCESS, CommandLine: COMMAND, Computer: 'lab-3.example' }]],
  };
}

export const LANGUAGES: readonly Export[] = [
  csv(
    'German',
    'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
    'Informationen',
    '02.03.2026 08:09:10',
  ),
  csv(
    'French',
    'Niveau,Date et heure,Source,ID de l’événement,Catégorie de la tâche',
    'Information',
    '02/03/2026 08:09:10',
  ),
  csv('Japanese', 'レベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ', '情報', '2026/03/02 8:09:10'),
  csv(
    'Spanish',
    'Nivel,Fecha y hora,Origen,Id. del evento,Categoría de la tarea',
    'Información',
    '02/03/2026 8:09:10',
  ),
  {
    tool: 'Event Viewer',
    form: 'Save all events as text, German',
    text: lines(
      'Schlüsselwörter\tDatum und Uhrzeit\tQuelle\tEreignis-ID\tAufgabenkategorie',
      `Überwachungsfehler\t02.03.2026 08:09:10\t${SECURITY_PROVIDER}\t4625\tLogon\t${cell(LOGON)}`,
    ),
    events: [['Security 4625', OF_LOGON]],
  },
  {
    tool: 'Event Viewer',
    form: 'Save all events as CSV, message in German',
    text: lines(
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
      `Informationen,02.03.2026 08:09:10,${SECURITY_PROVIDER},4625,Logon,${cell(GERMAN)}`,
    ),
    events: [['Security 4625', OF_GERMAN]],
    told: 'message-language',
  },
  {
    tool: 'Event Viewer',
    form: 'Copy details as text, message in German',
    text: lines(
      'Protokollname: Security',
      `Quelle:        ${SECURITY_PROVIDER}`,
      'Ereignis-ID:   4625',
      'Computer:      lab-3.example',
      'Beschreibung:',
      ...GERMAN,
    ),
    events: [['Security 4625', { ...OF_GERMAN, Computer: 'lab-3.example', Channel: 'Security' }]],
    told: 'message-language',
  },
  copied('German', [
    `Protokollname: ${SYSMON}`,
    'Quelle:        Microsoft-Windows-Sysmon',
    'Datum:         02.03.2026 08:09:10',
    'Ereignis-ID:   1',
    `Aufgabenkategorie:${CATEGORY}`,
    'Ebene:         Informationen',
    'Schlüsselwörter:',
    'Benutzer:      SYSTEM',
    'Computer:      lab-3.example',
    'Beschreibung:',
  ]),
  copied('French', [
    `Nom du journal :${SYSMON}`,
    'Source :       Microsoft-Windows-Sysmon',
    'Date :         02/03/2026 08:09:10',
    'ID de l’événement :1',
    `Catégorie de la tâche :${CATEGORY}`,
    'Niveau :       Information',
    'Mots clés :    ',
    'Utilisateur :  SYSTEM',
    'Ordinateur :   lab-3.example',
    'Description :',
  ]),
  copied('Japanese', [
    `ログの名前:         ${SYSMON}`,
    'ソース:           Microsoft-Windows-Sysmon',
    '日付:            2026/03/02 8:09:10',
    'イベント ID:       1',
    `タスクのカテゴリ:      ${CATEGORY}`,
    'レベル:           情報',
    'キーワード:         ',
    'ユーザー:          SYSTEM',
    'コンピューター:       lab-3.example',
    '説明:',
  ]),
];
