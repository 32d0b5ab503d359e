import { expect, test } from 'vitest';
import { languages } from '#shared/words/languages.ts';
import { wordsIn } from '#shared/words/words.ts';
import {
  createEmptyHost,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  TEST_SCHOOL,
} from '#tests/unit/support/test-register.ts';
import { allStatuses } from '../register/statuses.queries.ts';

test.each(languages)('a register made in %s begins with statuses named in it', async (language) => {
  const { host, platform } = await createEmptyHost();
  platform.preferences.update({ language });
  await host.setUp({
    schoolName: TEST_SCHOOL,
    admin: TEST_ADMIN,
    recoveryPassphrase: TEST_PASSPHRASE,
  });
  const labels = allStatuses(host.register().db).map(({ code, label }) => [code, label]);
  expect(Object.fromEntries(labels)).toEqual(wordsIn(language).statuses);
});
