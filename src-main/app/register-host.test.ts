import { expect, test } from 'vitest';
import { createTestRegister, TEST_SCHOOL } from '#tests/unit/support/test-register.ts';

test('the first run makes a register that its admin can sign in to', async () => {
  const { client, admin } = await createTestRegister();
  expect(await client.app.status()).toEqual({ state: 'ready', schoolName: TEST_SCHOOL });
  expect(await client.accounts.me()).toEqual(admin);
  expect(admin.role).toBe('admin');
});
