import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { dayRangeSchema, nameSchema } from '#shared/contract/base.ts';
import type { NamedDays } from '#shared/contract/timetable.contract.ts';
import { type DaysKind, useNamedDays } from './use-named-days.ts';

interface NamedDaysDialogProps {
  kind: DaysKind;
  /** Null to add one. */
  days: NamedDays | null;
  onClose: () => void;
}

/** The name and the days of a term or a holiday. */
export function NamedDaysDialog({ kind, days, onClose }: NamedDaysDialogProps) {
  const { t } = useTranslation('timetable');
  const title = days ? t('days.editTitle', { name: days.name }) : t(`${kind}.add`);
  return (
    <Modal opened onClose={onClose} title={title}>
      <NamedDaysForm kind={kind} days={days} onClose={onClose} />
    </Modal>
  );
}

function NamedDaysForm({ kind, days, onClose }: NamedDaysDialogProps) {
  const { t } = useTranslation(['timetable', 'app']);
  const { save } = useNamedDays(kind, onClose);
  const form = useForm<{ name: string; range: DaysChosen }>({
    initialValues: { name: days?.name ?? '', range: [days?.from ?? null, days?.to ?? null] },
    validate: {
      name: must(nameSchema, t('days.nameInvalid')),
      range: ([from, to]) =>
        dayRangeSchema.safeParse({ from, to }).success ? null : t('days.rangeInvalid'),
    },
  });
  const submit = form.onSubmit(({ name, range: [from, to] }) => {
    if (from !== null && to !== null) save.mutate({ ...(days && { id: days.id }), name, from, to });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('days.name')}
          description={t(`${kind}.nameHint`)}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <DayRangeInput
          label={t('days.range')}
          value={form.values.range}
          onChange={(range) => form.setFieldValue('range', range)}
          error={form.errors.range}
        />
        <DialogButtons
          submit={days ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
