import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import { createTestPlatform, makeTestFolder } from '#tests/unit/support/test-platform.ts';
import {
  connectTo,
  createEmptyHost,
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { backUpIfDue } from './backup-schedule.ts';

const DAY_MS = 86_400_000;

async function markedRegister() {
  const register = await createTestRegister();
  const school = await createEnrolledClass(register, { students: 2 });
  const { id: sessionId } = await register.client.register.start(school);
  await register.client.register.propose(proposalOf(register, sessionId, 1));
  return { ...register, ...school, sessionId };
}

/** Makes a backup and answers the open dialog with it. */
async function backUpAndChoose({ client, platform }: TestRegister): Promise<string> {
  const { name } = await client.backup.make();
  const { folder } = await client.backup.status();
  const path = join(folder, name);
  platform.answerOpen(path);
  return path;
}

const passphrase = { passphrase: TEST_PASSPHRASE };

test('a backup is one file that tells nothing about anybody', async () => {
  const register = await markedRegister();
  const path = await backUpAndChoose(register);
  const bytes = readFileSync(path);
  for (const secret of ['Pupil 01', '8B-001', TEST_SCHOOL, 'SQLite format 3']) {
    expect(bytes.includes(secret)).toBe(false);
  }
  const { folder, isBesideRegister, backups } = await register.client.backup.status();
  expect(isBesideRegister).toBe(true);
  expect(backups).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([backups[0]?.name]);
});

test('going back: what came after is gone, a copy of it is kept, and the device has another id', async () => {
  const register = await markedRegister();
  const { client, platform, host, admin, connect } = register;
  await backUpAndChoose(register);
  const deviceBefore = readSchool(register.db).deviceId;
  await client.people.subjects.create({ name: 'Music' });
  await client.backup.restore.choose();
  const facts = await client.backup.restore.preview(passphrase);
  expect(facts).toMatchObject({ schoolName: TEST_SCHOOL, students: 2, sessions: 1, events: 1 });
  platform.clock.advance(60_000);
  expect(await client.backup.restore.apply()).toEqual({
    status: { state: 'ready', schoolName: TEST_SCHOOL },
    again: { known: 'register', erased: 0, withdrawn: 0, faces: 0 },
  });

  await expect(client.people.subjects.list({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const after = connect().client;
  expect((await after.accounts.signIn(TEST_ADMIN)).id).toBe(admin.id);
  expect((await after.people.subjects.list({})).map(({ name }) => name)).not.toContain('Music');
  expect(await after.register.verify()).toMatchObject({ kind: 'intact', events: 1 });
  expect(readSchool(host.register().db).deviceId).not.toBe(deviceBefore);
  const { backups } = await after.backup.status();
  expect(backups.map(({ name }) => name)).toEqual([
    expect.stringContaining('before restore'),
    expect.stringMatching(/^Rollcall 2026-03-02 09-00-00/),
  ]);
  const restored = await after.activity.list({ kinds: ['restored'] });
  expect(restored).toHaveLength(1);
});

test('a mark made while a restore is under way is in the copy of what was replaced', async () => {
  const register = await markedRegister();
  const { client, platform, students, sessionId, connect } = register;
  await backUpAndChoose(register);
  await client.backup.restore.choose();
  await client.backup.restore.preview(passphrase);
  let isDone = false;
  const applied = client.backup.restore.apply().finally(() => {
    isDone = true;
  });
  const { client: teacher } = connect();
  await teacher.accounts.signIn(TEST_ADMIN);
  const studentId = students[0]!.id;
  let acknowledged = 1;
  const copied = () => readdirSync(join(platform.dataFolder, 'backups')).length;
  const before = copied();
  const mark = (code: string) => teacher.register.mark({ sessionId, studentId, code });
  for (const code of ['A', 'L']) {
    while (copied() < before + (code === 'A' ? 1 : 2) && !isDone) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    if (isDone) break;
    await mark(code).then(
      () => (acknowledged += 1),
      () => undefined,
    );
  }
  await applied;
  await client.accounts.signIn(TEST_ADMIN);
  const folder = join(platform.dataFolder, 'backups');
  const copies = readdirSync(folder).filter((name) => name.includes('before restore'));
  platform.answerOpen(join(folder, copies.toSorted().at(-1) ?? ''));
  await client.backup.restore.choose();
  const facts = await client.backup.restore.preview(passphrase);
  expect(acknowledged).toBeGreaterThan(1);
  expect(facts.events).toBe(acknowledged);
});

test('a backup is named by the clock of the laptop', async () => {
  const { client, platform } = await createTestRegister();
  platform.setUtcOffsetMinutes(330);
  const { name, madeAt } = await client.backup.make();
  expect(madeAt).toBe(Date.UTC(2026, 2, 2, 9));
  expect(name).toBe('Rollcall 2026-03-02 14-30-00.rollcall');
});

test('the register that was open goes on marking after a restore, under its new device', async () => {
  const register = await markedRegister();
  await backUpAndChoose(register);
  await register.client.backup.restore.choose();
  await register.client.backup.restore.preview(passphrase);
  await register.client.backup.restore.apply();
  const { client } = register.connect();
  await client.accounts.signIn(TEST_ADMIN);
  const verdict = await client.register.propose(proposalOf(register, register.sessionId, 2));
  expect(verdict).toMatchObject({ kind: 'marked' });
  expect(await client.register.verify()).toMatchObject({ kind: 'intact', events: 2 });
});

test('a new laptop starts from a backup with its passphrase alone', async () => {
  const old = await markedRegister();
  const path = await backUpAndChoose(old);
  const laptop = await createEmptyHost();
  laptop.platform.answerOpen(path);
  await laptop.client.backup.recover.choose();
  await expect(
    laptop.client.backup.recover.preview({ passphrase: 'some other words here' }),
  ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await laptop.client.backup.recover.preview(passphrase);
  expect(await laptop.client.backup.recover.apply()).toEqual({
    status: { state: 'ready', schoolName: TEST_SCHOOL },
    again: { known: 'nothing', erased: 0, withdrawn: 0, faces: 0 },
  });
  await laptop.client.accounts.signIn(TEST_ADMIN);
  expect(await laptop.client.people.students.list({})).toHaveLength(2);
  laptop.host.close();
  expect(await laptop.host.open()).toMatchObject({ state: 'ready' });
});

test('a register that cannot be opened any more is set aside for the backup', async () => {
  const register = await markedRegister();
  const path = await backUpAndChoose(register);
  register.host.close();
  const database = join(register.platform.dataFolder, 'rollcall.db');
  writeFileSync(database, 'this was a database once');
  expect(await register.host.open()).toMatchObject({ state: 'failed' });
  const { client } = register.connect();
  register.platform.answerOpen(path);
  await client.backup.recover.choose();
  await client.backup.recover.preview(passphrase);
  expect(await client.backup.recover.apply()).toMatchObject({
    status: { state: 'ready' },
    again: { known: 'file' },
  });
  const aside = readdirSync(register.platform.dataFolder).find((name) =>
    name.startsWith('set-aside'),
  );
  expect(readFileSync(join(register.platform.dataFolder, aside ?? '', 'rollcall.db'), 'utf8')).toBe(
    'this was a database once',
  );
});

test('a file that is gone by the time it is opened is said to be', async () => {
  const { client, platform } = await createTestRegister();
  platform.answerOpen(join(platform.dataFolder, 'pulled out.rollcall'));
  await expect(client.backup.restore.choose()).rejects.toMatchObject({
    code: 'BACKUP_UNUSABLE',
    data: { why: 'unreadable' },
  });
});

test('before sign-in nothing is restored over a register that is open', async () => {
  const register = await markedRegister();
  await backUpAndChoose(register);
  const stranger = register.connect().client;
  await expect(stranger.backup.recover.choose()).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(stranger.backup.restore.choose()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

describe('a file that cannot be used is refused, and nothing happens', () => {
  const cut = (share: number) => (bytes: Buffer) => bytes.subarray(0, bytes.length * share);
  const changedAt = (share: number) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes);
    const at = Math.floor(bytes.length * share);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const withHeader = (from: string | RegExp, to: string) => (bytes: Buffer) => {
    const text = bytes.toString('latin1');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(changed.length).toBe(text.length);
    return Buffer.from(changed, 'latin1');
  };
  test.each([
    ['another file', () => Buffer.from('PK\x03\x04 a workbook, not a backup'), 'notABackup'],
    ['an empty file', () => Buffer.alloc(0), 'notABackup'],
    ['a file cut in its header', cut(0.001), 'truncated'],
    ['a file cut in its database', cut(0.9), 'truncated'],
    [
      'a file with something behind it',
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
      'damaged',
    ],
    ['a changed database', changedAt(0.7), 'damaged'],
    ['a later format', withHeader('"version":1', '"version":2'), 'newerFormat'],
    ['a changed header', withHeader(/"madeAt":\d/, '"madeAt":9'), 'damaged'],
  ])('%s', async (_what, spoil, why) => {
    const register = await markedRegister();
    const path = await backUpAndChoose(register);
    const spoiled = join(makeTestFolder(), 'spoiled.rollcall');
    writeFileSync(spoiled, spoil(readFileSync(path)));
    register.platform.answerOpen(spoiled);
    const look = async () => {
      await register.client.backup.restore.choose();
      await register.client.backup.restore.preview(passphrase);
    };
    await expect(look()).rejects.toMatchObject({ code: 'BACKUP_UNUSABLE', data: { why } });
    await expect(register.client.backup.restore.apply()).rejects.toMatchObject({ code: 'INVALID' });
    expect(await register.client.people.students.list({})).toHaveLength(2);
    const left = readdirSync(register.platform.dataFolder).filter((name) =>
      name.includes('restore'),
    );
    expect(left).toEqual([]);
  });
});

test('backups at once wait for each other, and one of a register closed meanwhile is none', async () => {
  const { client, platform, host } = await createTestRegister();
  const [{ madeAt }] = await Promise.all([client.backup.make(), client.backup.make()]);
  platform.clock.advance(1_000);
  const third = client.backup.make();
  await host.replace(() => {});
  await expect(third).rejects.toMatchObject({ code: expect.stringMatching(/NOT_READY|INTERNAL/) });
  const { backups } = await client.backup.status();
  expect(backups.map((one) => one.madeAt)).toEqual([madeAt]);
});

test('a laptop whose clock was ahead does not win over what is done after the restore', async () => {
  const register = await markedRegister();
  await backUpAndChoose(register);
  await register.client.backup.restore.choose();
  await register.client.backup.restore.preview(passphrase);
  await register.client.backup.restore.apply();
  const { client } = register.connect();
  await client.accounts.signIn(TEST_ADMIN);
  register.platform.clock.advance(-5 * 60_000);
  const [entry] = (await client.register.get({ sessionId: register.sessionId })).roster;
  const studentId = entry?.studentId ?? '';
  await client.register.mark({ sessionId: register.sessionId, studentId, code: 'E' });
  const { roster } = await client.register.get({ sessionId: register.sessionId });
  expect(roster.find((one) => one.studentId === studentId)?.mark?.code).toBe('E');
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
});

describe('automatic backups', () => {
  test('are made when a day has passed, and not before', async () => {
    const { client, platform, host } = await createTestRegister();
    await backUpIfDue(host, platform);
    platform.clock.advance(DAY_MS - 1);
    await backUpIfDue(host, platform);
    expect((await client.backup.status()).backups).toHaveLength(1);
    platform.clock.advance(1);
    await backUpIfDue(host, platform);
    expect((await client.backup.status()).backups).toHaveLength(2);
  });

  test('say why one could not be made, and go on once it can', async () => {
    const { client, platform, host } = await createTestRegister();
    platform.backupFolder.write(join(platform.dataFolder, 'a stick that was pulled out'));
    await backUpIfDue(host, platform);
    expect(await client.backup.status()).toMatchObject({ failure: 'folderGone', backups: [] });
    await expect(client.backup.make()).rejects.toMatchObject({ code: 'BACKUP_FOLDER_GONE' });
    const stick = makeTestFolder();
    platform.answerOpen(stick);
    expect(await client.backup.chooseFolder()).toMatchObject({
      folder: stick,
      isBesideRegister: false,
      failure: null,
      backups: [{ name: 'Rollcall 2026-03-02 09-00-00.rollcall' }],
    });
  });

  test('leave alone what other registers and programs keep in the folder', async () => {
    const mine = await createTestRegister();
    const folder = makeTestFolder();
    const other = await createEmptyHost(createTestPlatform());
    await other.client.app.setUp({
      schoolName: 'Other School',
      admin: TEST_ADMIN,
      recoveryPassphrase: TEST_PASSPHRASE,
    });
    for (const { platform } of [mine, other]) platform.answerOpen(folder);
    const { client } = connectTo(other.platform, other.host);
    await client.accounts.signIn(TEST_ADMIN);
    await client.backup.chooseFolder();
    const [theirs = ''] = readdirSync(folder);
    copyFileSync(join(folder, theirs), join(folder, 'Rollcall their own.rollcall'));
    writeFileSync(join(folder, 'photo.rollcall'), 'not a backup');
    mine.platform.clock.advance(1_000);
    await mine.client.backup.chooseFolder();
    mine.platform.clock.advance(1_000);
    await mine.client.backup.make();
    expect((await mine.client.backup.status()).backups).toHaveLength(1);
    expect(existsSync(join(folder, theirs))).toBe(true);
    expect(existsSync(join(folder, 'Rollcall their own.rollcall'))).toBe(true);
    expect(existsSync(join(folder, 'photo.rollcall'))).toBe(true);
  });
});
