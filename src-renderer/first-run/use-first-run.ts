import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordProblem } from '#renderer/accounts/password-problem.ts';
import { errorData } from '#renderer/app/error-code.ts';
import { must } from '#renderer/app/must.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { loadStanding, takeStatus } from '#renderer/app/standing.ts';
import { passphraseSchema, usernameSchema } from '#shared/contract/app.contract.ts';
import { nameSchema } from '#shared/contract/base.ts';
import { suggestPassphrase } from './suggest-passphrase.ts';

export interface FirstRunValues {
  schoolName: string;
  displayName: string;
  username: string;
  password: string;
  passphrase: string;
  again: string;
  kept: boolean;
}

export const STEPS = ['school', 'admin', 'recovery'] as const;

/** The fields that a step asks for; they are checked before the next one. */
const FIELDS: Record<(typeof STEPS)[number], readonly (keyof FirstRunValues)[]> = {
  school: ['schoolName'],
  admin: ['displayName', 'username', 'password'],
  recovery: ['passphrase', 'again', 'kept'],
};

/** Makes the register and signs its first admin in. */
async function createRegister(values: FirstRunValues) {
  const { schoolName, displayName, username, password, passphrase } = values;
  const status = await rollcall.app.setUp({
    schoolName,
    admin: { displayName, username, password },
    recoveryPassphrase: passphrase,
  });
  await rollcall.accounts.signIn({ username, password });
  return status;
}

function useFirstRunForm() {
  const { t } = useTranslation('firstRun');
  const words = useTranslation('accounts').t;
  return useForm<FirstRunValues>({
    initialValues: {
      schoolName: '',
      displayName: '',
      username: '',
      password: '',
      passphrase: suggestPassphrase(),
      again: '',
      kept: false,
    },
    validate: {
      schoolName: must(nameSchema, t('school.invalid')),
      displayName: must(nameSchema, words('form.displayNameInvalid')),
      username: must(usernameSchema, words('form.usernameInvalid')),
      password: (value, { username, schoolName }) =>
        passwordProblem(value, { username, schoolName }),
      passphrase: (value, values) =>
        value === values.password
          ? t('recovery.samePassword')
          : must(passphraseSchema, t('recovery.invalid'))(value),
      again: (value, values) => (value === values.passphrase ? null : t('recovery.differs')),
      kept: (value) => (value ? null : t('recovery.keptMissing')),
    },
  });
}

/** The first run: where it stands, its values, and what the buttons do. */
export function useFirstRun() {
  const form = useFirstRunForm();
  const [step, setStep] = useState(0);
  const creation = useMutation({
    mutationFn: createRegister,
    meta: { showsOwnErrors: true },
    onError: (error) => {
      if (errorData(error).field === 'password') setStep(STEPS.indexOf('admin'));
      // Should the register exist and only the sign-in have failed, the sign-in screen is next.
      return loadStanding();
    },
  });

  function next() {
    const name = STEPS[step];
    if (!name) return;
    const [wrong] = FIELDS[name].filter((field) => form.validateField(field).hasError);
    if (wrong) {
      form.getInputNode(wrong)?.focus();
      return;
    }
    if (step < STEPS.length - 1) setStep(step + 1);
    else creation.mutate(form.getValues());
  }

  return {
    form,
    step,
    next,
    back: () => setStep(Math.max(0, step - 1)),
    creation,
    open: () => {
      if (creation.data) takeStatus(creation.data);
    },
  };
}

export type FirstRun = ReturnType<typeof useFirstRun>;
