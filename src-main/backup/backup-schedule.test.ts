import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
} from '#tests/unit/support/test-register.ts';
import { readBackupHeader } from './backup-file.ts';
import { backUpIfDue } from './backup-schedule.ts';
import { keyFileOf } from './backups.service.ts';

const { password } = TEST_ADMIN;

test.each(['passphrase', 'key'] as const)('another %s makes a backup due, once', async (what) => {
  const { client, platform, host } = await createTestRegister();
  await backUpIfDue(host, platform);
  platform.clock.advance(60_000);
  await backUpIfDue(host, platform);
  expect((await client.backup.status()).backups).toHaveLength(1);
  const { settings } = client;
  if (what === 'key') {
    await settings.security.changeKey({ password, passphrase: TEST_PASSPHRASE });
  } else {
    await settings.security.changePassphrase({ password, passphrase: 'nine loud trains at noon' });
  }
  await backUpIfDue(host, platform);
  const { backups, folder } = await client.backup.status();
  const [newest] = backups;
  const { header } = await readBackupHeader(join(folder, newest?.name ?? ''));
  const { check, recovery } = keyFileOf(platform);
  expect(header).toMatchObject({ madeAt: platform.now(), check, recovery });
  platform.clock.advance(60_000);
  await backUpIfDue(host, platform);
  expect((await client.backup.status()).backups[0]).toEqual(newest);
});
