import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSoftwareKeychain } from '#tests/unit/support/software-keychain.ts';
import { createTestPlatform, makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { type KeyFile, KeyFileError, readKeyFile, writeKeyFile } from './key-file.ts';
import {
  firstKeyFile,
  keyFromKeychain,
  keyFromPassphrase,
  sealKey,
  withKeychainCopy,
} from './key-vault.ts';

const PASSPHRASE = 'seven quiet boats at anchor';
const { log, dataFolder } = createTestPlatform();
rmSync(dataFolder, { recursive: true });

async function sealed() {
  const key = randomBytes(32);
  const keychain = createSoftwareKeychain();
  return { key, keychain, file: firstKeyFile(await sealKey(key, PASSPHRASE, keychain)) };
}

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3);
  return bytes.toString('base64');
}

test('keychain and passphrase each give the key back; another passphrase does not', async () => {
  const { key, keychain, file } = await sealed();
  expect(keyFromKeychain(file, keychain, log)).toEqual(key);
  expect(await keyFromPassphrase(file, PASSPHRASE)).toEqual(key);
  expect(await keyFromPassphrase(file, `${PASSPHRASE} `)).toBeNull();
});

test('a passphrase opens in whichever Unicode form it is typed', async () => {
  const key = randomBytes(32);
  const file = await sealKey(key, 'Caf\u00e9 am Fluss Zw\u00f6lf', createSoftwareKeychain());
  expect(await keyFromPassphrase(file, 'Cafe\u0301 am Fluss Zwo\u0308lf')).toEqual(key);
});

test('a keychain that was lost gives nothing, and can be given its copy again', async () => {
  const { key, keychain, file } = await sealed();
  keychain.lose();
  expect(keyFromKeychain(file, keychain, log)).toBeNull();
  const renewed = withKeychainCopy(file, key, keychain);
  expect(keyFromKeychain(renewed, keychain, log)).toEqual(key);
  expect(renewed.recovery).toEqual(file.recovery);
});

test('noise from a keychain is not taken for the key', async () => {
  const { keychain, file } = await sealed();
  const noisy = { ...keychain, unwrap: () => randomBytes(32) };
  expect(keyFromKeychain(file, noisy, log)).toBeNull();
});

test('where there is no keychain no copy is made', async () => {
  const keychain = createSoftwareKeychain();
  keychain.setAvailable(false);
  const file = await sealKey(randomBytes(32), PASSPHRASE, keychain);
  expect(file.keychain).toBeNull();
  expect(keyFromKeychain(file, keychain, log)).toBeNull();
});

test('the recovery wrap costs what RFC 9106 asks and shows neither key nor passphrase', async () => {
  const { key, file } = await sealed();
  expect(file.recovery).toMatchObject({ memoryKiB: 65_536, iterations: 3, parallelism: 4 });
  const text = JSON.stringify(file);
  expect(text).not.toContain(key.toString('base64').slice(0, 40));
  expect(text).not.toContain(key.toString('hex'));
  expect(text).not.toContain(PASSPHRASE);
});

test.each(['salt', 'nonce', 'wrapped'] as const)('an altered %s gives no key', async (part) => {
  const { file } = await sealed();
  const recovery = { ...file.recovery, [part]: flipped(file.recovery[part]) };
  expect(await keyFromPassphrase({ ...file, recovery }, PASSPHRASE)).toBeNull();
});

test('an altered check value gives no key by either way', async () => {
  const { keychain, file } = await sealed();
  const altered: KeyFile = { ...file, check: flipped(file.check) };
  expect(keyFromKeychain(altered, keychain, log)).toBeNull();
  expect(await keyFromPassphrase(altered, PASSPHRASE)).toBeNull();
});

test('the key file is written whole, for its owner alone, and read back', async () => {
  const folder = makeTestFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'key.json');
  const { file } = await sealed();
  expect(readKeyFile(path)).toBeNull();
  writeKeyFile(path, file);
  expect(readKeyFile(path)).toEqual(file);
  expect(readdirSync(folder)).toEqual(['key.json']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ['cut short', (text: string) => text.slice(0, 40)],
  ['without its recovery wrap', (text: string) => text.replace('"recovery"', '"recover"')],
  ['with an absurd cost', (text: string) => text.replace('65536', '99999999999')],
])('a key file %s is refused', async (_what, damage) => {
  const folder = makeTestFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'key.json');
  writeKeyFile(path, (await sealed()).file);
  writeFileSync(path, damage(readFileSync(path, 'utf8')));
  expect(() => readKeyFile(path)).toThrow(KeyFileError);
});
