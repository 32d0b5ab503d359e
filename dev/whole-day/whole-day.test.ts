import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleServices } from '#dev/services-bundle.ts';
import {
  filesUnder,
  type Needle,
  needlesIn,
  needlesUnder,
  textNeedle,
  vectorNeedle,
} from '#tests/unit/support/needles.ts';
import { faceOf, viewOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { type DayTask, REACHED } from './messages.ts';
import {
  CLASS_NAME,
  GUEST,
  IN_BAD_FILE,
  PEOPLE,
  REASONS,
  SCHOOL,
  SUBJECT_NAME,
  TAKEN_BACK,
} from './people.ts';

const folder = makeTestFolder();
const part = (name: string) => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};
const dataFolder = part('data');
const backupFolder = part('backups');
const exportFolder = part('exports');
const temporary = part('temp');
/** Everything that the app writes to but the folder a person saves spreadsheets in. */
const WATCHED = [dataFolder, backupFolder, temporary];
const secret = randomBytes(32).toString('hex');

const texts: readonly [what: string, text: string][] = [
  ...[...PEOPLE, TAKEN_BACK].flatMap((person) => Object.entries(person)),
  ...Object.entries(REASONS),
  ['school', SCHOOL.schoolName],
  ['class', CLASS_NAME],
  ['subject', SUBJECT_NAME],
  ['guest', GUEST],
  ['bad file', IN_BAD_FILE],
  ['user name', SCHOOL.admin.username],
  ['account', SCHOOL.admin.displayName],
  ['password', SCHOOL.admin.password],
  ['wrong password', SCHOOL.wrongPassword],
  ['passphrase', SCHOOL.passphrase],
  ['teacher', SCHOOL.teacher.username],
  ['teacher', SCHOOL.teacher.displayName],
  ['teacher password', SCHOOL.teacherPassword],
  ['hash', '$argon2id$'],
];
const vectors = PEOPLE.flatMap((_, index) => {
  const face = faceOf(index + 1);
  return [...viewsFor(face).map(({ vector }) => vector), viewOf(face, 0.9, 99)];
});
const needles: readonly Needle[] = [
  ...texts.map(([what, text]) => textNeedle(what, text)),
  ...vectors.map((vector, index) => vectorNeedle(`vector ${index}`, vector)),
];

let bundle = '';
beforeAll(async () => {
  bundle = await bundleServices('dev/whole-day/child.ts');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a part of the day and waits until it has come to its point. */
async function live(task: Pick<DayTask, 'part'>): Promise<{ child: ChildProcess; said: string }> {
  const full: DayTask = { ...task, dataFolder, secret, backupFolder, exportFolder };
  const child = spawn(process.execPath, [bundle], {
    env: { PATH: process.env.PATH, TMPDIR: temporary, DAY_TASK: JSON.stringify(full) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const reached = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(REACHED)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`The part of the day was not reached:\n${said}`)));
  });
  await reached;
  return { child, said };
}

describe('a whole day at a school', () => {
  it('leaves nothing readable on the disk when the machine goes dark in the middle of it', {
    timeout: 180_000,
  }, async () => {
    const { child, said } = await live({ part: 'untilCrash' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(needlesUnder(WATCHED, needles)).toEqual([]);
    expect(needlesIn(Buffer.from(said), needles)).toEqual([]);
    // The write-ahead log, the key and the backup were among what was looked at.
    const names = WATCHED.flatMap(filesUnder).join('\n');
    expect(names).toMatch(/rollcall\.db-wal/);
    expect(names).toMatch(/key\.json/);
    expect(names).toMatch(/\.rollcall/);
    // Nothing half written lies where spreadsheets are saved.
    expect(readdirSync(exportFolder)).toEqual([]);
  });

  it('leaves nothing readable after the restart, a restore and an erasure', {
    timeout: 180_000,
  }, async () => {
    const { child, said } = await live({ part: 'afterCrash' });
    if (child.exitCode === null) await once(child, 'exit');
    expect(needlesUnder(WATCHED, needles)).toEqual([]);
    expect(needlesIn(Buffer.from(said), needles)).toEqual([]);
    expect(readdirSync(exportFolder).filter((name) => name.startsWith('.'))).toEqual([]);
    // What somebody exported is plain, and shows that the day's people were looked for rightly.
    const [exported = ''] = needlesUnder(
      [exportFolder],
      [textNeedle('name', PEOPLE[3]?.fullName ?? '')],
    );
    expect(exported).toMatch(/^name in .*csv$/);
  });

  it('would have found any of it, in any of its forms, in any of the folders', () => {
    const planted = needles.map(({ what, forms }, index) => {
      const form = forms[index % forms.length] ?? Buffer.alloc(0);
      const path = join(WATCHED[index % WATCHED.length] ?? '', `planted-${index}.bin`);
      const around = randomBytes(1 + (index % 7));
      writeFileSync(path, Buffer.concat([around, form, around]));
      return { what, path };
    });
    const found = new Set(needlesUnder(WATCHED, needles));
    expect(planted.filter(({ what, path }) => !found.has(`${what} in ${path}`))).toEqual([]);
    for (const { path } of planted) rmSync(path);
  });
});

describe('the scanner', () => {
  const face = faceOf(5);
  const bytes = Buffer.from(face.buffer);

  it.each([0, 1, 2])('finds a name and a face in base64 that begins %i bytes before', (shift) => {
    const name = Buffer.from('Wilhelmina Featherstonehaugh');
    const inside = Buffer.from(Buffer.concat([Buffer.alloc(shift, 7), name]).toString('base64'));
    expect(needlesIn(inside, [textNeedle('name', name.toString())])).toEqual(['name']);
    const packed = Buffer.concat([Buffer.alloc(shift, 7), bytes]).toString('base64');
    expect(needlesIn(Buffer.from(packed), [vectorNeedle('face', face)])).toEqual(['face']);
  });

  it('finds a face as JSON and as hex, and finds neither in what is about others', () => {
    const needle = [vectorNeedle('face', face)];
    expect(needlesIn(Buffer.from(JSON.stringify([...face])), needle)).toEqual(['face']);
    expect(needlesIn(Buffer.from(bytes.toString('hex')), needle)).toEqual(['face']);
    expect(needlesIn(Buffer.from(faceOf(6).buffer), needle)).toEqual([]);
    expect(needlesIn(Buffer.from('Wilhelmina'), [textNeedle('name', 'Wilhelma')])).toEqual([]);
  });
});
