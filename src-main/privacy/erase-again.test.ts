import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { holdsVector, plainPages, textsIn } from '#tests/unit/support/plain-view.ts';
import { createEnrolledClass } from '#tests/unit/support/test-class.ts';
import { faceOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import {
  type Client,
  createEmptyHost,
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
} from '#tests/unit/support/test-register.ts';
import { registerFiles } from '../app/register-files.ts';
import { retainIfDue } from './retention-schedule.ts';
import { readTombstones } from './tombstones.ts';

const passphrase = { passphrase: TEST_PASSPHRASE };

/** Three enrolled students and a backup of them; then one is erased, and one consent withdrawn. */
async function erasedAfterBackup() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { students } = await createEnrolledClass(register, { students: 3 });
  const { name } = await client.backup.make();
  const backup = join((await client.backup.status()).folder, name);
  platform.answerOpen(backup);
  platform.clock.advance(60_000);
  const [erased, withdrawn, kept] = await client.people.students.list({});
  await client.privacy.eraseStudent({
    studentId: erased!.id,
    studentNumber: erased!.studentNumber,
    reason: 'Asked for by the parents',
  });
  await client.enrolment.withdrawConsent({ studentId: withdrawn!.id });
  return { ...register, students, backup, erased: erased!, withdrawn: withdrawn!, kept: kept! };
}

type Setting = Awaited<ReturnType<typeof erasedAfterBackup>>;

async function expectErasedAgain({ connect, erased, withdrawn, kept }: Setting) {
  const { client } = connect();
  await client.accounts.signIn(TEST_ADMIN);
  const people = await client.people.students.list({ includeArchived: true });
  expect(people.map(({ fullName }) => fullName)).not.toContain(erased.fullName);
  const enrolments = Object.fromEntries(people.map(({ id, enrolment }) => [id, enrolment]));
  expect(enrolments).toMatchObject({
    [erased.id]: 'noConsent',
    [withdrawn.id]: 'noConsent',
    [kept.id]: 'enrolled',
  });
  const again = await client.activity.list({ kinds: ['studentErased', 'consentWithdrawn'] });
  expect(again.map(({ kind, studentId }) => [kind, studentId]).toSorted()).toEqual(
    [
      ['consentWithdrawn', withdrawn.id],
      ['studentErased', erased.id],
    ].toSorted(),
  );
  return client;
}

test('what was erased or withdrawn since a backup does not come back with it', async () => {
  const setting = await erasedAfterBackup();
  const { client, erased, host } = setting;
  await client.backup.restore.choose();
  expect(await client.backup.restore.preview(passphrase)).toMatchObject({ students: 3 });
  const { again } = await client.backup.restore.apply();
  expect(again).toEqual({ known: 'register', erased: 1, withdrawn: 1, faces: 0 });
  const after = await expectErasedAgain(setting);
  const [entry] = await after.activity.list({ kinds: ['restored'] });
  expect(entry?.detail).toMatchObject(again);
  const pages = plainPages({ ...setting, db: host.register().db });
  expect(textsIn(pages, [erased.fullName, erased.studentNumber])).toEqual([]);
  expect(holdsVector(pages, faceOf(1))).toBe(false);
  expect(holdsVector(pages, faceOf(3))).toBe(true);
});

test('going back once more erases nothing twice', async () => {
  const setting = await erasedAfterBackup();
  for (const known of [{ erased: 1 }, { erased: 1 }]) {
    const { client } = setting.connect();
    await client.accounts.signIn(TEST_ADMIN);
    setting.platform.answerOpen(setting.backup);
    await client.backup.restore.choose();
    await client.backup.restore.preview(passphrase);
    expect((await client.backup.restore.apply()).again).toMatchObject(known);
  }
  await expectErasedAgain(setting);
});

test('a register that cannot be read any more is asked no more: the file beside it is', async () => {
  const setting = await erasedAfterBackup();
  const { host, platform } = setting;
  host.close();
  writeFileSync(registerFiles(platform.dataFolder).database, 'this was a database once');
  await host.open();
  const { client } = setting.connect();
  await client.backup.recover.choose();
  await client.backup.recover.preview(passphrase);
  const { again } = await client.backup.recover.apply();
  expect(again).toEqual({ known: 'file', erased: 1, withdrawn: 1, faces: 0 });
  await expectErasedAgain(setting);
});

test('a computer that knows of none says so, and so does one whose file cannot be understood', async () => {
  const { backup, erased } = await erasedAfterBackup();
  const laptop = await createEmptyHost();
  const files = registerFiles(laptop.platform.dataFolder);
  writeFileSync(files.tombstones, '{"version":1,"students":["no id"]}');
  expect(readTombstones(files)).toBeNull();
  laptop.platform.answerOpen(backup);
  await laptop.client.backup.recover.choose();
  await laptop.client.backup.recover.preview(passphrase);
  const { again } = await laptop.client.backup.recover.apply();
  expect(again).toEqual({ known: 'nothing', erased: 0, withdrawn: 0, faces: 0 });
  await laptop.client.accounts.signIn(TEST_ADMIN);
  const people = await laptop.client.people.students.list({});
  expect(people.map(({ fullName }) => fullName)).toContain(erased.fullName);
});

test('the file holds ids alone, and is made anew from the register when it is lost', async () => {
  const setting = await erasedAfterBackup();
  const { host, platform, erased } = setting;
  const files = registerFiles(platform.dataFolder);
  const text = readFileSync(files.tombstones, 'utf8');
  expect(text).not.toContain(erased.fullName);
  expect(text).not.toContain(erased.studentNumber);
  const before = readTombstones(files);
  expect(before?.students).toEqual([erased.id]);
  expect(before?.consents).toHaveLength(2);
  host.close();
  rmSync(files.tombstones);
  await host.open();
  expect(readTombstones(files)).toEqual(before);
});

/** Two enrolled students and a backup of them; then a year goes by, and the rule erases the faces. */
async function facesErasedByRule() {
  const register = await createTestRegister();
  const { client, platform, host } = register;
  const { students } = await createEnrolledClass(register, { students: 2 });
  const { name } = await client.backup.make();
  const backup = join((await client.backup.status()).folder, name);
  platform.answerOpen(backup);
  for (let day = 340; day < 380; day += 1) {
    platform.clock.set(Date.parse('2026-03-02T10:00:00Z') + day * 86_400_000);
    await retainIfDue(host.register(), platform);
  }
  const facesOf = async (one: Client) => {
    const list = await one.people.students.list({});
    return Object.fromEntries(list.map(({ id, enrolment }) => [id, enrolment]));
  };
  const [first, second] = students.map(({ id }) => id) as [string, string];
  return { ...register, first, second, facesOf };
}

test('faces that a rule has erased do not come back with a backup', async () => {
  const { client, connect, host, first, second, facesOf } = await facesErasedByRule();
  expect(await facesOf(client)).toEqual({ [first]: 'notEnrolled', [second]: 'notEnrolled' });
  await client.backup.restore.choose();
  await client.backup.restore.preview(passphrase);
  const { again } = await client.backup.restore.apply();
  expect(again).toEqual({ known: 'register', erased: 0, withdrawn: 0, faces: 2 });
  const { client: after } = connect();
  await after.accounts.signIn(TEST_ADMIN);
  expect(await facesOf(after)).toEqual({ [first]: 'notEnrolled', [second]: 'notEnrolled' });
  expect(await after.activity.list({ kinds: ['templatesErased'] })).toHaveLength(2);
  expect(host.status().state).toBe('ready');
});

test('nor where the register cannot be read any more', async () => {
  const { host, platform, connect, first, second, facesOf } = await facesErasedByRule();
  host.close();
  writeFileSync(registerFiles(platform.dataFolder).database, 'this was a database once');
  await host.open();
  const { client } = connect();
  await client.backup.recover.choose();
  await client.backup.recover.preview(passphrase);
  const { again } = await client.backup.recover.apply();
  expect(again).toEqual({ known: 'file', erased: 0, withdrawn: 0, faces: 2 });
  await client.accounts.signIn(TEST_ADMIN);
  expect(await facesOf(client)).toEqual({ [first]: 'notEnrolled', [second]: 'notEnrolled' });
});

test('faces enrolled after they were erased are in a later backup, and stay', async () => {
  const register = await createTestRegister();
  const { client, platform, connect } = register;
  const { students } = await createEnrolledClass(register, { students: 1 });
  const studentId = students[0]!.id;
  platform.clock.advance(60_000);
  await client.enrolment.erase({ studentId });
  platform.clock.advance(60_000);
  const templates = viewsFor(faceOf(1));
  await client.enrolment.save({ studentId, modelId: DESCRIPTOR_MODEL.id, templates });
  const { name } = await client.backup.make();
  platform.answerOpen(join((await client.backup.status()).folder, name));
  await client.backup.restore.choose();
  await client.backup.restore.preview(passphrase);
  const { again } = await client.backup.restore.apply();
  expect(again).toEqual({ known: 'register', erased: 0, withdrawn: 0, faces: 0 });
  const { client: after } = connect();
  await after.accounts.signIn(TEST_ADMIN);
  expect(await after.people.students.list({})).toMatchObject([{ enrolment: 'enrolled' }]);
});
