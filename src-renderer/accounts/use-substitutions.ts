import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import type { DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { NewSubstitution, Substitution } from '#shared/contract/accounts.contract.ts';

export interface SubstituteValues {
  accountId: string | null;
  kind: 'class' | 'teacher';
  classId: string | null;
  forAccountId: string | null;
  days: DaysChosen;
}

/** Takes over what a change answered. */
export function takeSubstitutions(substitutions: Substitution[]): void {
  queryClient.setQueryData(api.accounts.substitutions.queryKey(), substitutions);
}

/** What is asked for; null while something is not chosen. */
function inputOf(values: SubstituteValues): NewSubstitution | null {
  const { accountId, kind, classId, forAccountId, days } = values;
  const [from, to] = days;
  if (!accountId || !from || !to) return null;
  const span = { from, to };
  if (kind === 'class') {
    return classId ? { accountId, target: { kind, classId }, days: span } : null;
  }
  return forAccountId ? { accountId, target: { kind, accountId: forAccountId }, days: span } : null;
}

/** The form that makes somebody a substitute. */
export function useGrantSubstitution(onSaved: () => void) {
  const { t } = useTranslation('accounts');
  const today = dayOf(Date.now());
  const missing = (words: string) => (value: string | null) => (value ? null : words);
  const form = useForm<SubstituteValues>({
    initialValues: {
      accountId: null,
      kind: 'class',
      classId: null,
      forAccountId: null,
      days: [today, today],
    },
    validate: {
      accountId: missing(t('substitutes.whoMissing')),
      classId: (value, { kind }) =>
        kind === 'class' && !value ? t('substitutes.classMissing') : null,
      forAccountId: (value, { kind }) =>
        kind === 'teacher' && !value ? t('substitutes.teacherMissing') : null,
      days: ([from, to]) => (from && to ? null : t('substitutes.daysMissing')),
    },
  });
  const grant = useMutation({
    mutationFn: (values: SubstituteValues) => {
      const input = inputOf(values);
      if (!input) throw new Error('The form lets nothing unfinished through.');
      return rollcall.accounts.grantSubstitution(input);
    },
    meta: { showsOwnErrors: true },
    onSuccess: (substitutions) => {
      takeSubstitutions(substitutions);
      showDone(t('substitutes.granted'));
      onSaved();
    },
  });
  return { form, grant };
}

/** Ends a substitution; the message offers to grant it again. */
export function useRevokeSubstitution() {
  const { t } = useTranslation('accounts');
  const again = useMutation({
    mutationFn: ({ accountId, classId, forAccountId, days }: Substitution) => {
      const target = classId
        ? ({ kind: 'class', classId } as const)
        : ({ kind: 'teacher', accountId: forAccountId ?? '' } as const);
      return rollcall.accounts.grantSubstitution({ accountId, target, days });
    },
    onSuccess: takeSubstitutions,
  });
  return useMutation({
    mutationFn: ({ id }: Substitution) => rollcall.accounts.revokeSubstitution({ id }),
    onSuccess: (substitutions, ended) => {
      takeSubstitutions(substitutions);
      showDone(t('substitutes.ended', { name: ended.accountName }), () => again.mutate(ended));
    },
  });
}
