import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/*
 * Draws the layers of the code from its imports: rooms, floors, arrows. Fails on a cycle, including cycles of types,
 * and on an import that goes up. Tests are exempt: they may import anything, through the doors.
 */

/**
 * The floors, from the ground up. A room may import from the floors below its own, but from no other room on its floor.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['src/limits'],
  ['src/text', 'src/turns.ts', 'src/knowledge'],
  ['src/rule', 'src/event'],
  ['src/match'],
  ['src/describe', 'src/authoring', 'src/redact'],
  ['src/language', 'src/catalog', 'src/export', 'src/expect', 'src/teach'],
  ['src/live'],
  ['src/log'],
  ['src/findings'],
  ['src/testing', 'src/cli', 'src/conformance'],
  ['src/bench'],
  ['app/ui', 'app/examples', 'app/state', 'app/workers'],
  ['app/results'],
  ['app/guard'],
  ['app/editor'],
  ['app/actions'],
  ['app/log', 'app/reference'],
  ['app/catalog'],
  ['app/findings'],
  ['app/panels'],
  ['app/course', 'app/stage'],
  ['app/layout'],
  ['app/embed'],
  ['app'],
];

type Arrows = Map<string, Set<string>>;

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'(\.[^']+)'/g;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/** Every source file below `folder` except tests. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

/** The room that a file belongs to: a folder of `src` or `app`, or a file directly in it. */
function roomOf(file: string): string {
  const [wing, folder, ...rest] = file.split('/');
  if (rest.length > 0) return `${wing}/${folder}`;
  return wing === 'app' ? 'app' : file;
}

/** For each file, those of the given files that it imports. */
function importsOf(files: readonly string[]): Arrows {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const found = new Set<string>();
      for (const [, written] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
        const path = normalize(join(dirname(file), written!.split('?')[0]!));
        const target = ENDINGS.map((ending) => path + ending).find((name) => known.has(name));
        if (target && target !== file) found.add(target);
        else if (!target && !existsSync(path))
          throw new Error(`${file} imports ${written}, which is not there.`);
      }
      return [file, found];
    }),
  );
}

/** The groups of two or more that reach each other (Tarjan's algorithm). */
function circles(arrows: Arrows): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string) => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    stack.push(node);
    for (const next of arrows.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of arrows.keys()) if (!order.has(node)) visit(node);
  return found;
}

const files = [...sources('src'), ...sources('app')];
const imports = importsOf(files);
const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
const rooms = new Map<string, { files: number; uses: Set<string> }>();
const up: string[] = [];
let arrows = 0;
for (const file of files) {
  const room = roomOf(file);
  const known = rooms.get(room) ?? { files: 0, uses: new Set() };
  rooms.set(room, known);
  known.files++;
  for (const target of imports.get(file)!) {
    const other = roomOf(target);
    if (other === room) continue;
    known.uses.add(other);
    if (floorOf.get(other)! >= floorOf.get(room)!) up.push(`${file} -> ${target}`);
  }
}
for (const { uses } of rooms.values()) arrows += uses.size;

const homeless = [...rooms.keys()].filter((room) => !floorOf.has(room));
const loops = circles(imports);
const roomLoops = circles(new Map([...rooms].map(([room, { uses }]) => [room, uses])));

for (const [floor, names] of [...FLOORS.entries()].reverse()) {
  for (const name of names) {
    const room = rooms.get(name);
    if (!room) continue;
    console.log(
      `${String(floor + 1).padStart(2)}  ${name} (${room.files}) uses ${[...room.uses].sort().join(', ') || 'nothing'}`,
    );
  }
}
const list = (title: string, rows: readonly string[]) => {
  console.log(`${title}: ${rows.length}`);
  for (const row of rows) console.log(`  ${row}`);
};
console.log(`rooms: ${rooms.size}, floors: ${FLOORS.length}, arrows: ${arrows}`);
list('rooms that stand on no floor', homeless);
list(
  'circles of rooms',
  roomLoops.map((group) => group.join(' ')),
);
list(
  'circles of files',
  loops.map((group) => group.join(' ')),
);
list('arrows that run up', up);
process.exitCode = homeless.length + loops.length + roomLoops.length + up.length > 0 ? 1 : 0;
