import { Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { DayRangeInput } from '#renderer/app/parts/day-range-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useGrantSubstitution } from './use-substitutions.ts';

interface SubstituteDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function SubstituteDialog({ opened, onClose }: SubstituteDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Modal opened={opened} onClose={onClose} title={t('substitutes.addTitle')}>
      <SubstituteForm onClose={onClose} />
    </Modal>
  );
}

/** The accounts that may sign in, and the classes in use, to choose from. */
function useChoices() {
  const accounts = useQuery(api.accounts.list.queryOptions());
  const classes = useQuery(
    api.people.classes.list.queryOptions({ input: { includeArchived: false } }),
  );
  return {
    teachers: (accounts.data ?? [])
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, displayName }) => ({ value: id, label: displayName })),
    classes: (classes.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

function SubstituteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'app']);
  const { form, grant } = useGrantSubstitution(onClose);
  const { teachers, classes } = useChoices();
  const { kind, accountId, days } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => grant.mutate(values))} noValidate>
      <Stack>
        {grant.isError && <Problem error={grant.error} />}
        <Select
          label={t('substitutes.who')}
          data={teachers}
          searchable
          data-autofocus
          {...form.getInputProps('accountId')}
        />
        <Choice
          label={t('substitutes.for')}
          options={[
            { value: 'class', label: t('substitutes.kinds.class') },
            { value: 'teacher', label: t('substitutes.kinds.teacher') },
          ]}
          value={kind}
          onChange={(value) => form.setFieldValue('kind', value)}
          fullWidth
        />
        {kind === 'class' ? (
          <Select
            key="class"
            label={t('substitutes.class')}
            data={classes}
            searchable
            {...form.getInputProps('classId')}
          />
        ) : (
          <Select
            key="teacher"
            label={t('substitutes.teacher')}
            data={teachers.filter(({ value }) => value !== accountId)}
            searchable
            {...form.getInputProps('forAccountId')}
          />
        )}
        <DayRangeInput
          label={t('substitutes.days')}
          value={days}
          error={form.errors.days}
          onChange={(chosen) => form.setFieldValue('days', chosen)}
        />
        <DialogButtons submit={t('app:add')} busy={grant.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
