import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { newId } from '../db/new-id.ts';
import { templates } from '../db/schema/index.ts';

const student = {
  studentNumber: 'STUDENT-000417',
  fullName: 'Wilhelmina Featherstonehaugh',
  email: 'wilhelmina@example.org',
};
const vector = Float32Array.from({ length: 1152 }, (_, index) => Math.sin(index + 0.5));

async function fill({ client, db, admin, platform }: TestRegister) {
  const { id: classId } = await client.people.classes.create({
    name: 'Unmistakable Class',
    lateAfterMinutes: null,
  });
  const { id: studentId } = await client.people.students.create({ ...student, classId });
  const at = platform.now();
  db.insert(templates)
    .values({
      id: newId(),
      studentId,
      modelId: DESCRIPTOR_MODEL.id,
      pose: 'front',
      quality: 1,
      source: 'camera',
      capturedAt: at,
      createdAt: at,
      createdBy: admin.id,
      vector,
    })
    .run();
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const secrets: Array<readonly [what: string, bytes: Buffer]> = [
  ...Object.entries(student),
  ['class', 'Unmistakable Class'],
  ['school', TEST_SCHOOL],
  ['user name', TEST_ADMIN.username],
  ['display name', TEST_ADMIN.displayName],
  ['password', TEST_ADMIN.password],
  ['passphrase', TEST_PASSPHRASE],
  ['hash', '$argon2id$'],
].flatMap(([what = '', text = '']) => [
  [what, Buffer.from(text, 'utf8')] as const,
  [what, Buffer.from(text.toLowerCase(), 'utf8')] as const,
  [what, Buffer.from(text, 'utf16le')] as const,
]);
const vectorBytes = Buffer.from(vector.buffer);

function found(folder: string): string[] {
  return filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    const hits = secrets.filter(([, secret]) => bytes.includes(secret)).map(([what]) => what);
    // Any four values in a row would give a face away.
    for (let start = 0; start < vectorBytes.length; start += 16) {
      if (bytes.includes(vectorBytes.subarray(start, start + 16))) hits.push('vector');
    }
    return hits.map((what) => `${what} in ${path}`);
  });
}

test('no file in the data folder holds a name, number, address, secret or face', async () => {
  const register = await createTestRegister();
  await fill(register);
  const { dataFolder } = register.platform;
  const names = filesUnder(dataFolder).map((path) => path.slice(dataFolder.length + 1));
  expect(names.toSorted()).toEqual([
    'erased.json',
    'key.json',
    'rollcall.db',
    'rollcall.db-shm',
    'rollcall.db-wal',
  ]);
  expect(found(dataFolder)).toEqual([]);
  register.host.close();
  expect(found(dataFolder)).toEqual([]);
  expect(filesUnder(dataFolder)).toHaveLength(3);
});

test('the scan finds what it looks for', async () => {
  const { platform } = await createTestRegister();
  writeFileSync(join(platform.dataFolder, 'leak.log'), `x${student.fullName}x`);
  writeFileSync(join(platform.dataFolder, 'leak.bin'), vectorBytes.subarray(160, 400));
  const leaks = found(platform.dataFolder);
  expect(leaks.some((leak) => leak.startsWith('fullName'))).toBe(true);
  expect(leaks.some((leak) => leak.startsWith('vector'))).toBe(true);
});
