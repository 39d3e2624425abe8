/*
 * What Event Viewer calls the parts of an event in other languages than English: the columns of its tables, and the labels
 * of the text that it copies. The messages of Sysmon are English in all of them.
 */

/** By its English name what a part is called in German, French, Spanish, Italian, Portuguese, Dutch and Japanese. */
const NAMES: Readonly<Record<string, string>> = {
  'Log Name':
    'Protokollname|Nom du journal|Nombre de registro|Nome registro|Nome do Log|Logboeknaam|ログの名前',
  Source: 'Quelle|Origen|Origine|Fonte|Bron|ソース',
  Date: 'Datum|Fecha|Data|日付',
  'Date and Time':
    'Datum und Uhrzeit|Date et heure|Fecha y hora|Data e ora|Data e Hora|Datum en tijd|日付と時刻|日付と時間',
  'Event ID':
    "Ereignis-ID|ID de l'événement|ID d'événement|Id. del evento|Id. de evento|ID evento|Identificação do Evento|ID do Evento|Gebeurtenis-id|イベント ID|イベントID",
  'Task Category':
    'Aufgabenkategorie|Catégorie de la tâche|Categoría de la tarea|Categoría de tarea|Categoria attività|Categoria da Tarefa|Taakcategorie|タスクのカテゴリ',
  Level: 'Ebene|Niveau|Nivel|Livello|Nível|レベル',
  Keywords:
    'Schlüsselwörter|Mots clés|Mots-clés|Palabras clave|Parole chiave|Palavras-chave|Trefwoorden|キーワード',
  User: 'Benutzer|Utilisateur|Usuario|Utente|Usuário|Gebruiker|ユーザー',
  Computer: 'Ordinateur|Equipo|Computador|コンピューター|コンピュータ',
  Description: 'Beschreibung|Descripción|Descrizione|Descrição|Beschrijving|説明',
};

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, others]) =>
    [name, ...others.split('|')].map((one): [string, string] => [folded(one), name]),
  ),
);

/** A name without the differences that its spelling has in one language. */
function folded(name: string): string {
  return name.normalize('NFC').replaceAll('’', "'").replaceAll('\u00a0', ' ').trim().toLowerCase();
}

/** The English name of a column or label of Event Viewer; undefined where the name is none in any language known here. */
export function eventViewerName(name: string): string | undefined {
  return name.length > 40 ? undefined : ENGLISH.get(folded(name));
}
