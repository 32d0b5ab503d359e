import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  connectTo,
  createTestRegister,
  TEST_ADMIN,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { registerFiles } from './register-files.ts';
import { RegisterHost } from './register-host.ts';

const SUFFIXES = ['', '-wal', '-shm'];

/** The names of the classes that the next start of the app finds. */
async function classesAfterRestart({ platform, host }: TestRegister): Promise<string[]> {
  host.close();
  const next = new RegisterHost(platform);
  await next.open();
  const { client } = connectTo(platform, next);
  await client.accounts.signIn(TEST_ADMIN);
  const found = await client.people.classes.list({});
  next.close();
  return found.map(({ name }) => name);
}

const addClass = ({ client }: TestRegister, name: string) =>
  client.people.classes.create({ name, lateAfterMinutes: null });

// Windows lets nobody remove a file that is in use.
const onPosix = test.skipIf(process.platform === 'win32');

onPosix(
  'a register that was removed while it is open is put back, and nothing is lost',
  async () => {
    const register = await createTestRegister();
    const { database, key } = registerFiles(register.platform.dataFolder);
    await addClass(register, '8A');
    for (const suffix of SUFFIXES) rmSync(database + suffix);
    rmSync(key);
    await addClass(register, '8B');
    expect([database, key].every(existsSync)).toBe(true);
    await addClass(register, '8C');
    expect(await classesAfterRestart(register)).toEqual(['8A', '8B', '8C']);
  },
);

onPosix('a file put in its place is kept beside it, and not used', async () => {
  const register = await createTestRegister();
  const { folder, database } = registerFiles(register.platform.dataFolder);
  for (const suffix of SUFFIXES) rmSync(database + suffix);
  writeFileSync(database, 'of another program');
  writeFileSync(`${database}-wal`, 'of another program');
  await addClass(register, '8A');
  const aside = readdirSync(folder).filter((name) => name.includes('.found-'));
  expect(aside.map((name) => name.replace(/\d+/, 'N')).sort()).toEqual([
    'rollcall.db.found-N',
    'rollcall.db.found-N-wal',
  ]);
  expect(await classesAfterRestart(register)).toEqual(['8A']);
});

onPosix.each(['-wal', '-shm'])('without its %s nothing is lost either', async (suffix) => {
  const register = await createTestRegister();
  const { database } = registerFiles(register.platform.dataFolder);
  await addClass(register, '8A');
  rmSync(database + suffix);
  await addClass(register, '8B');
  await addClass(register, '8C');
  expect(await classesAfterRestart(register)).toEqual(['8A', '8B', '8C']);
});

onPosix('whoever is signed in stays so, and live updates go on', async () => {
  const register = await createTestRegister();
  const { database } = registerFiles(register.platform.dataFolder);
  const live = register.host.register().live;
  for (const suffix of SUFFIXES) rmSync(database + suffix);
  await addClass(register, '8A');
  expect(await register.client.accounts.me()).toEqual(register.admin);
  expect(register.host.register().live).toBe(live);
});

onPosix(
  'while its folder is away nothing is acknowledged, and it goes on once it is back',
  async () => {
    const register = await createTestRegister();
    const { dataFolder } = register.platform;
    await addClass(register, '8A');
    renameSync(dataFolder, `${dataFolder}-away`);
    await expect(addClass(register, '8B')).rejects.toMatchObject({
      code: 'STORAGE_GONE',
      defined: true,
    });
    renameSync(`${dataFolder}-away`, dataFolder);
    await addClass(register, '8C');
    expect(await classesAfterRestart(register)).toEqual(expect.arrayContaining(['8A', '8C']));
  },
);

onPosix('a register that was removed shortly before the app is closed is put back', async () => {
  const register = await createTestRegister();
  const { database } = registerFiles(register.platform.dataFolder);
  await addClass(register, '8A');
  for (const suffix of SUFFIXES) rmSync(database + suffix);
  expect(await classesAfterRestart(register)).toEqual(['8A']);
});

test('a start without the data folder says so, and goes on once it is back', async () => {
  const { platform, host } = await createTestRegister();
  host.close();
  const { dataFolder } = platform;
  renameSync(dataFolder, `${dataFolder}-away`);
  const next = new RegisterHost(platform);
  const failure = { reason: 'folderGone', folder: dataFolder };
  expect(await next.open()).toEqual({ state: 'failed', failure });
  renameSync(`${dataFolder}-away`, dataFolder);
  expect(await next.open()).toMatchObject({ state: 'ready' });
  next.close();
});

onPosix(
  'an empty folder where the drive with the register was is no first run for a window in use',
  async () => {
    const register = await createTestRegister();
    const { dataFolder } = register.platform;
    await addClass(register, '8A');
    renameSync(dataFolder, `${dataFolder}-away`);
    mkdirSync(dataFolder);
    await addClass(register, '8B');
    expect(await register.client.app.status()).toMatchObject({ state: 'ready' });
    rmSync(`${dataFolder}-away`, { recursive: true });
    expect(await classesAfterRestart(register)).toEqual(['8A', '8B']);
  },
);

/** Makes every handle that this process has on files in the folder useless, as a pulled cable does. */
function breakHandles(folder: string): void {
  for (const handle of readdirSync('/proc/self/fd')) {
    const path = existsSync(`/proc/self/fd/${handle}`)
      ? readlinkSync(`/proc/self/fd/${handle}`)
      : '';
    if (!path.startsWith(join(folder, 'rollcall.db'))) continue;
    closeSync(Number(handle));
    // The number is taken at once, so that nothing else gets it and the register's writes.
    expect(openSync('/dev/null', 'r+')).toBe(Number(handle));
  }
}

test.skipIf(process.platform !== 'linux')(
  'a drive that was pulled out goes on when it is back, with all that was acknowledged',
  async () => {
    const register = await createTestRegister();
    const { dataFolder } = register.platform;
    await addClass(register, '8A');
    cpSync(dataFolder, `${dataFolder}-drive`, { recursive: true });
    breakHandles(dataFolder);
    rmSync(dataFolder, { recursive: true });
    await expect(addClass(register, '8B')).rejects.toMatchObject({ code: 'STORAGE_GONE' });
    renameSync(`${dataFolder}-drive`, dataFolder);
    await register.client.accounts.me().catch(() => null);
    await addClass(register, '8C');
    expect(await classesAfterRestart(register)).toEqual(['8A', '8C']);
  },
);
