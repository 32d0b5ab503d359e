import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { nameSchema } from '#shared/contract/base.ts';
import type { Guardian } from '#shared/contract/people.contract.ts';
import { type GuardianRelation, readPhone } from '#shared/people/guardian.ts';

interface GuardianValues {
  name: string;
  relation: GuardianRelation;
  phone: string;
  email: string;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.people.guardians.key() });

/** Removes a guardian; the message offers to bring them back. */
export function useRemoveGuardian() {
  const { t } = useTranslation('people');
  const restore = useMutation({
    mutationFn: ({ id: _id, ...guardian }: Guardian) => rollcall.people.guardians.create(guardian),
    onSuccess: refresh,
  });
  return useMutation({
    mutationFn: ({ id }: Guardian) => rollcall.people.guardians.remove({ id }),
    onSuccess: async (_none, guardian) => {
      await refresh();
      const message = t('guardians.removed', { name: guardian.name });
      showDone(message, () => restore.mutate(guardian));
    },
  });
}

/** The form of a guardian who is, or is yet to be, and the way it is saved. */
export function useSaveGuardian(
  studentId: string,
  guardian: Guardian | null,
  country: string | null,
  onSaved: () => void,
) {
  const { t } = useTranslation('people');
  const emailOrNone = z.union([z.literal(''), z.email().max(254)]);
  const form = useForm<GuardianValues>({
    initialValues: {
      name: guardian?.name ?? '',
      relation: guardian?.relation ?? 'guardian',
      phone: guardian?.phone ?? '',
      email: guardian?.email ?? '',
    },
    validate: {
      name: must(nameSchema, t('guardians.nameInvalid')),
      phone: (value) =>
        value.trim() === '' || readPhone(value, country) ? null : t('guardians.phoneInvalid'),
      email: (value) => must(emailOrNone, t('studentForm.emailInvalid'))(value.trim()),
    },
  });
  const save = useMutation({
    mutationFn: ({ name, relation, phone, email }: GuardianValues) => {
      const reached = { phone: readPhone(phone, country), email: email.trim() || null };
      const fields = { name, relation, ...reached };
      return guardian
        ? rollcall.people.guardians.update({ id: guardian.id, ...fields })
        : rollcall.people.guardians.create({ studentId, ...fields });
    },
    meta: { showsOwnErrors: true },
    onSuccess: async ({ name }) => {
      await refresh();
      showDone(t('guardians.saved', { name }));
      onSaved();
    },
  });
  return { form, save };
}
