import { expect, test } from 'vitest';
import {
  createEmptyHost,
  createTestRegister,
  TEST_SCHOOL,
} from '#tests/unit/support/test-register.ts';

test('device preferences can be read and changed before anyone signs in', async () => {
  const { client } = await createEmptyHost();
  expect((await client.settings.device()).theme).toBe('system');
  expect(await client.settings.updateDevice({ theme: 'dark' })).toMatchObject({
    theme: 'dark',
    sound: true,
  });
  expect((await client.settings.device()).theme).toBe('dark');
});

test('no other key can be written to the preferences', async () => {
  const { client } = await createEmptyHost();
  const changes = { theme: 'light', password: 'x' } as object;
  expect(await client.settings.updateDevice(changes)).not.toHaveProperty('password');
});

test('an admin changes what the school has decided, and it is written down', async () => {
  const { client, admin } = await createTestRegister();
  expect(await client.settings.school()).toEqual({
    schoolName: TEST_SCHOOL,
    livenessPolicy: 'standard',
    correctionDays: 7,
    compareWith: 'roster',
    templateRefresh: false,
    idleLockMinutes: 10,
    leaderboard: false,
    phoneCountry: null,
  });
  const changed = await client.settings.updateSchool({ livenessPolicy: 'off' });
  expect(changed).toMatchObject({ schoolName: TEST_SCHOOL, livenessPolicy: 'off' });
  expect(await client.settings.school()).toEqual(changed);
  await client.settings.updateSchool({ livenessPolicy: 'off' });
  await client.settings.updateSchool({});
  const written = await client.activity.list({ kinds: ['settingsChanged'] });
  expect(written).toHaveLength(1);
  expect(written[0]).toMatchObject({
    actor: admin.displayName,
    detail: { setting: 'livenessPolicy', from: 'standard', to: 'off' },
  });
});

test('a new school name shows on the sign-in screen', async () => {
  const { client, connect } = await createTestRegister();
  await client.settings.updateSchool({ schoolName: 'Lower Harbour School' });
  expect(await connect().client.app.status()).toEqual({
    state: 'ready',
    schoolName: 'Lower Harbour School',
  });
});

test('a setting that is given as undefined stays as it was', async () => {
  const { client } = await createTestRegister();
  const before = await client.settings.school();
  const after = await client.settings.updateSchool({
    schoolName: 'Upper',
    livenessPolicy: undefined,
  });
  expect(after).toEqual({ ...before, schoolName: 'Upper' });
});
