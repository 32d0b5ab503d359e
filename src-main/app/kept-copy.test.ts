import { cpSync, existsSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestPlatform, makeTestFolder } from '#tests/unit/support/test-platform.ts';
import {
  connectTo,
  createTestRegister,
  TEST_ADMIN,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { type RegisterFiles, registerFiles } from './register-files.ts';
import { RegisterHost } from './register-host.ts';

/** The power fails before the file system's step of this number; counted from one. */
const power = vi.hoisted(() => ({ failsAt: 0, steps: 0 }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  /** Removing what is not there changes nothing: that is no step. */
  const step = (path: unknown, act: () => void) => {
    if (!fs.existsSync(String(path))) return act();
    power.steps += 1;
    if (power.failsAt > 0 && power.steps >= power.failsAt) throw new Error('The power failed.');
    act();
  };
  return {
    ...fs,
    renameSync: (from: string, to: string) => step(from, () => fs.renameSync(from, to)),
    rmSync: (path: string, options: object) => step(path, () => fs.rmSync(path, options)),
  };
});

/** What is done while the power fails at this step; says whether it came to that. */
async function withPowerCut(failsAt: number, work: () => Promise<unknown>): Promise<boolean> {
  Object.assign(power, { failsAt, steps: 0 });
  const failed = await work().then(
    () => false,
    () => true,
  );
  const isCut = power.steps >= failsAt;
  power.failsAt = 0;
  if (failed && !isCut) throw new Error('It failed though the power did not.');
  return isCut;
}

/** The folder as the power cut left it, on a computer that starts again. */
function afterPowerCut({ platform }: Pick<TestRegister, 'platform'>) {
  const folder = makeTestFolder();
  cpSync(platform.dataFolder, folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const next = createTestPlatform(folder, platform.keychain);
  next.clock.set(platform.now() + 1);
  return next;
}

/** What a start finds: the codes in the register, or why there is none, and what it tells of. */
async function startOn(platform: TestRegister['platform'], sessionId: string) {
  const host = new RegisterHost(platform, platform.uptime);
  onTestFinished(() => host.close());
  const status = await host.open();
  if (status.state !== 'ready') return { status, codes: [], told: [] };
  const { client } = connectTo(platform, host);
  await client.accounts.signIn(TEST_ADMIN);
  const { roster } = await client.register.get({ sessionId });
  const told = await client.activity.list({ kinds: ['copyFound'] });
  host.close();
  return {
    status,
    codes: roster.flatMap(({ mark }) => mark?.code ?? []),
    told: told.map(({ detail }) => detail),
  };
}

const SUFFIXES = ['', '-wal', '-shm'];

/** A register with an open session, and what is marked in it. */
async function withSession() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client);
  const { id: sessionId } = await register.client.register.start(made);
  const files = registerFiles(register.platform.dataFolder);
  const mark = (index: number, code: string) =>
    register.client.register.mark({ sessionId, studentId: made.students[index]!.id, code });
  await mark(0, 'P');
  return { ...register, sessionId, files, mark };
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of SUFFIXES) if (existsSync(from + suffix)) cpSync(from + suffix, to + suffix);
}

function removeFiles(database: string): void {
  for (const suffix of SUFFIXES) rmSync(database + suffix, { force: true });
}

/** What lies in the register's place when it is put back, and what a start makes of that alone. */
const FOUND = {
  nothing: { put: () => {}, alone: { state: 'failed', failure: { reason: 'damaged' } } },
  'a file of another program': {
    put: ({ database }: RegisterFiles) => {
      for (const suffix of ['', '-wal']) writeFileSync(database + suffix, 'of another program');
    },
    alone: { state: 'failed', failure: { reason: 'wrongKey' } },
  },
  'an older copy of it': {
    put: ({ database }: RegisterFiles, older: string) => copyDatabase(older, database),
    alone: { state: 'ready' },
  },
} as const;
const FOUND_NAMES = Object.keys(FOUND) as Array<keyof typeof FOUND>;

/** A register that is moved away; it is put back when the third student is marked. */
async function movedAway(found: keyof typeof FOUND) {
  const register = await withSession();
  const { files, platform, mark } = register;
  const older = `${platform.dataFolder}-older.db`;
  onTestFinished(() => removeFiles(older));
  copyDatabase(files.database, older);
  await mark(1, 'L');
  removeFiles(files.database);
  FOUND[found].put(files, older);
  return register;
}

// Windows lets nobody remove a file that is in use.
describe.skipIf(process.platform === 'win32')('a power cut while a register is put back', () => {
  test.each(FOUND_NAMES)('with %s in its place leaves it to the next start', async (found) => {
    let wasCut = true;
    let isCopied = false;
    for (let step = 1; wasCut; step += 1) {
      const register = await movedAway(found);
      wasCut = await withPowerCut(step, () => register.mark(2, 'E'));
      const next = afterPowerCut(register);
      const files = registerFiles(next.dataFolder);
      isCopied ||= existsSync(files.keptDatabase);
      const start = await startOn(next, register.sessionId);
      const at = `step ${step}`;
      expect
        .soft(start.status, at)
        .toMatchObject(isCopied ? { state: 'ready' } : FOUND[found].alone);
      if (isCopied) expect.soft(start.codes, at).toEqual(['P', 'L', 'E']);
      expect.soft(existsSync(files.keptDatabase), at).toBe(false);
    }
    expect(isCopied).toBe(true);
  });

  test.each(FOUND_NAMES)('and another one while the next start does it, with %s', async (found) => {
    let wasCut = true;
    for (let step = 1; wasCut; step += 1) {
      const register = await movedAway(found);
      const { platform, files, sessionId } = register;
      register.host.register().copyTo(files.keptDatabase);
      const next = afterPowerCut({ platform });
      wasCut = await withPowerCut(step, async () => {
        const { status } = await startOn(next, sessionId);
        if (status.state !== 'ready') throw new Error('It did not start.');
      });
      const last = await startOn(afterPowerCut({ platform: next }), sessionId);
      expect.soft(last.status, `step ${step}`).toMatchObject({ state: 'ready' });
      expect.soft(last.codes, `step ${step}`).toEqual(['P', 'L']);
    }
  });
});

describe('a copy beside the register', () => {
  const USED = { used: true, file: expect.stringMatching(/^rollcall\.db\.found-\d+$/) };
  const KEPT_ASIDE = { ...USED, used: false };

  /** A closed register with two marks, and its state when it had one. */
  async function withOlder() {
    const register = await withSession();
    const { files, host, mark, client } = register;
    host.register().copyTo(`${files.database}.older`);
    await mark(1, 'L');
    await client.people.classes.create({ name: '9C', lateAfterMinutes: null });
    host.close();
    return { ...register, older: `${files.database}.older` };
  }

  test('that is older is not used', async () => {
    const { platform, files, sessionId, older } = await withOlder();
    cpSync(older, files.keptDatabase);
    const { codes, told } = await startOn(platform, sessionId);
    expect({ codes, told }).toEqual({ codes: ['P', 'L'], told: [KEPT_ASIDE] });
    expect((await startOn(platform, sessionId)).told).toHaveLength(1);
  });

  test('that is newer is used', async () => {
    const { platform, files, sessionId, older } = await withOlder();
    cpSync(files.database, files.keptDatabase);
    cpSync(older, files.database);
    const { codes, told } = await startOn(platform, sessionId);
    expect({ codes, told }).toEqual({ codes: ['P', 'L'], told: [USED] });
  });

  test('that is not whole is not used, and is no register of its own', async () => {
    const { platform, files, sessionId, older } = await withOlder();
    cpSync(files.database, files.keptDatabase);
    truncateSync(files.keptDatabase, 40_960);
    const { codes, told } = await startOn(platform, sessionId);
    expect({ codes, told }).toEqual({ codes: ['P', 'L'], told: [KEPT_ASIDE] });
    rmSync(files.database);
    cpSync(older, files.keptDatabase);
    truncateSync(files.keptDatabase, 40_960);
    expect((await startOn(platform, sessionId)).status.state).toBe('failed');
    expect(existsSync(files.keptDatabase)).toBe(true);
  });

  test('takes the place of an empty file', async () => {
    const { platform, files, sessionId } = await withOlder();
    cpSync(files.database, files.keptDatabase);
    truncateSync(files.database, 0);
    const { codes, told } = await startOn(platform, sessionId);
    expect({ codes, told }).toEqual({ codes: ['P', 'L'], told: [USED] });
  });

  test('without the key file is no first run', async () => {
    const { platform, files, sessionId } = await withOlder();
    cpSync(files.database, files.keptDatabase);
    rmSync(files.database);
    rmSync(files.key);
    const failure = { reason: 'wrongKey' };
    expect((await startOn(platform, sessionId)).status).toEqual({ state: 'failed', failure });
    expect(existsSync(files.keptDatabase)).toBe(true);
  });

  test('of two that each have something of their own, the later is used', async () => {
    const { platform, files, sessionId, older } = await withOlder();
    const elsewhere = createTestPlatform(makeTestFolder(), platform.keychain);
    onTestFinished(() => rmSync(elsewhere.dataFolder, { recursive: true, force: true }));
    const there = registerFiles(elsewhere.dataFolder);
    cpSync(older, there.database);
    cpSync(files.key, there.key);
    elsewhere.clock.set(platform.now() + 60_000);
    const other = new RegisterHost(elsewhere, elsewhere.uptime);
    await other.open();
    const { client } = connectTo(elsewhere, other);
    await client.accounts.signIn(TEST_ADMIN);
    const { roster } = await client.register.get({ sessionId });
    await client.register.mark({ sessionId, studentId: roster[2]!.studentId, code: 'E' });
    other.close();
    cpSync(there.database, files.keptDatabase);
    const { codes, told } = await startOn(platform, sessionId);
    expect({ codes, told }).toEqual({ codes: ['P', 'E'], told: [USED] });
  });
});
