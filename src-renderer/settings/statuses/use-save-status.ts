import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { nameSchema } from '#shared/contract/base.ts';
import type { Meaning, StatusColour } from '#shared/contract/status.ts';
import {
  type ManagedStatus,
  pointsSchema,
  shortcutSchema,
  statusCodeSchema,
} from '#shared/contract/statuses.contract.ts';
import { takeStatuses } from './use-statuses.ts';

export interface StatusValues {
  code: string;
  label: string;
  meaning: Meaning;
  points: number | string;
  colour: StatusColour;
  /** Empty: none. */
  shortcut: string;
}

function useStatusForm(status: ManagedStatus | null) {
  const { t } = useTranslation('statuses');
  return useForm<StatusValues>({
    initialValues: {
      code: status?.code ?? '',
      label: status?.label ?? '',
      meaning: status?.meaning ?? 'present',
      points: status?.points ?? 1,
      colour: status?.colour ?? 'grey',
      shortcut: status?.shortcut ?? '',
    },
    validate: {
      code: status ? undefined : must(statusCodeSchema, t('form.codeInvalid')),
      label: must(nameSchema, t('form.labelInvalid')),
      points: must(pointsSchema, t('form.pointsInvalid')),
      shortcut: (value) => must(shortcutSchema, t('form.keyInvalid'))(value.trim() || null),
    },
  });
}

/** The form of a status that is, or is yet to be, and the way it is saved. */
export function useSaveStatus(status: ManagedStatus | null, onSaved: () => void) {
  const { t } = useTranslation('statuses');
  const form = useStatusForm(status);
  const save = useMutation({
    mutationFn: ({ code, label, meaning, points, colour, shortcut }: StatusValues) => {
      const key = shortcut.trim() || null;
      const input = { label, meaning, points: Number(points), colour, shortcut: key };
      return status
        ? rollcall.statuses.update({ code: status.code, ...input })
        : rollcall.statuses.create({ code, ...input });
    },
    meta: { showsOwnErrors: true },
    onSuccess: async (statuses, { label: name }) => {
      await takeStatuses(statuses);
      showDone(status ? t('form.saved', { name }) : t('form.added', { name }));
      onSaved();
    },
  });
  return { form, save };
}
