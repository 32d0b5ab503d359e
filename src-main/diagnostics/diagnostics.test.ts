import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WindowFacts } from '#shared/contract/app.contract.ts';
import { createEnrolledClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister, TEST_ADMIN, TEST_SCHOOL } from '#tests/unit/support/test-register.ts';
import { everyName } from './diagnostics.queries.ts';

const windowFacts: WindowFacts = {
  engine: { backend: 'wasm', measuredMs: { webgl: 812.4, wasm: 61 }, fallback: 'slow' },
  cameras: [{ chosen: false }, { chosen: true }],
  screen: { width: 1440, height: 900, pixelRatio: 2 },
  windowSize: { width: 1280, height: 800 },
};

/** A register with people of every kind in it, and a log that quotes them all. */
async function knownPeople() {
  const register = await createTestRegister();
  const { client, platform, db } = register;
  await createEnrolledClass({ client }, { students: 3 });
  await register.signInAs('teacher', 'meera.iyer');
  const [student] = await client.people.students.list({});
  const studentId = student?.id ?? '';
  await client.people.guardians.create({
    studentId,
    name: 'Latha Iyer',
    relation: 'mother',
    phone: '+919876543210',
    email: 'latha@example.org',
  });
  const names = everyName(db);
  for (const name of names) platform.logged.push(`error import of ${name} failed`);
  platform.logged.push(`warn ${platform.dataFolder} of ${userInfo().username} on ${hostname()}`);
  return { ...register, names };
}

test('a diagnostics file says how the app stands, and names nobody', async () => {
  const { client, platform, names } = await knownPeople();
  const path = join(platform.dataFolder, 'diagnostics.json');
  platform.saveFileAs(path);
  expect(await client.app.saveDiagnostics(windowFacts)).toEqual({ kind: 'saved', path });
  const text = readFileSync(path, 'utf8');
  const found = JSON.parse(text);
  expect(found).toMatchObject({
    versions: platform.versions,
    window: windowFacts,
    settings: { school: { livenessPolicy: 'standard' }, device: { cameraChosen: false } },
    database: { rows: { students: 3, guardians: 1 }, pageBytes: 4096 },
    chain: { kind: 'intact', events: 0 },
    backups: { kept: 0, failure: null },
  });
  expect(found.log.length).toBeGreaterThan(names.length);
  const personal = [...names, TEST_SCHOOL, TEST_ADMIN.username, platform.dataFolder];
  expect(personal.length).toBeGreaterThan(12);
  const said = personal.filter((name) => text.toLowerCase().includes(name.toLowerCase()));
  expect(said).toEqual([]);
});

test('it holds numbers, choices and versions, and text nowhere but in the log', async () => {
  const { client, platform } = await knownPeople();
  const path = join(platform.dataFolder, 'diagnostics.json');
  platform.saveFileAs(path);
  await client.app.saveDiagnostics(windowFacts);
  const { log, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  expect(Object.keys(rest).sort()).toEqual([
    'backups',
    'chain',
    'computer',
    'database',
    'madeAt',
    'settings',
    'versions',
    'window',
  ]);
  expect(log.every((line: unknown) => typeof line === 'string')).toBe(true);
  expect(JSON.stringify(rest)).not.toMatch(/\s/);
});

test('a window cannot put words into it', async () => {
  const { client, platform } = await createTestRegister();
  platform.saveFileAs(join(platform.dataFolder, 'diagnostics.json'));
  const cameras = [{ chosen: 'Meera’s webcam' as unknown as boolean }];
  await expect(client.app.saveDiagnostics({ ...windowFacts, cameras })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('it can be cancelled, and a folder that is not there is said', async () => {
  const { client, platform } = await createTestRegister();
  platform.saveFileAs(null);
  expect(await client.app.saveDiagnostics(windowFacts)).toEqual({ kind: 'cancelled' });
  platform.saveFileAs(join(platform.dataFolder, 'no', 'such', 'folder.json'));
  await expect(client.app.saveDiagnostics(windowFacts)).rejects.toMatchObject({
    code: 'INVALID',
    data: { why: 'noSuchFolder' },
  });
});
