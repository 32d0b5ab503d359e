import { Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { type Editing, EditModal } from '#renderer/app/parts/edit-modal.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import { type Meaning, meaningSchema, statusColourSchema } from '#shared/contract/status.ts';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';
import { type StatusValues, useSaveStatus } from './use-save-status.ts';

interface StatusDialogProps {
  editing: Editing<ManagedStatus>;
  onClose: () => void;
}

export function StatusDialog({ editing, onClose }: StatusDialogProps) {
  const { t } = useTranslation('statuses');
  return (
    <EditModal
      editing={editing}
      title={(one) => (one ? t('form.editTitle', { name: one.label }) : t('form.addTitle'))}
      onClose={onClose}
    >
      {(one) => <StatusForm status={one} onClose={onClose} />}
    </EditModal>
  );
}

interface StatusFormProps {
  status: ManagedStatus | null;
  onClose: () => void;
}

function StatusForm({ status, onClose }: StatusFormProps) {
  const { t } = useTranslation(['statuses', 'app']);
  const { form, save } = useSaveStatus(status, onClose);
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            label={t('form.code')}
            description={status ? undefined : t('form.codeHint')}
            disabled={status !== null}
            data-autofocus={status === null || undefined}
            maxLength={3}
            autoComplete="off"
            flex={1}
            {...form.getInputProps('code')}
          />
          <Preview values={form.values} status={status} />
        </Group>
        <TextInput
          label={t('form.label')}
          data-autofocus={status !== null || undefined}
          autoComplete="off"
          {...form.getInputProps('label')}
        />
        <MeaningChoice status={status} input={form.getInputProps('meaning')} />
        <Group grow align="flex-start">
          <NumberInput
            label={t('form.points')}
            description={t('form.pointsHint')}
            min={0}
            max={100}
            step={0.5}
            {...form.getInputProps('points')}
          />
          <TextInput
            label={t('form.key')}
            description={t('form.keyHint')}
            maxLength={1}
            autoComplete="off"
            {...form.getInputProps('shortcut')}
          />
        </Group>
        <Select
          label={t('form.colour')}
          data={statusColourSchema.options.map((value) => ({
            value,
            label: t(`colours.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('colour')}
        />
        <DialogButtons
          submit={status ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

/** The badge as it will be. */
function Preview({ values, status }: { values: StatusValues; status: ManagedStatus | null }) {
  const { code, label, meaning, colour } = values;
  const roles = status?.roles ?? [];
  const drawn = { code: code || '?', label, meaning, colour, points: 0, shortcut: null, roles };
  return (
    <Stack pt={24} aria-hidden>
      <StatusBadge status={drawn} size="lg" />
    </Stack>
  );
}

interface MeaningChoiceProps {
  status: ManagedStatus | null;
  input: { value?: Meaning; onChange?: (value: string | null) => void };
}

/** What it counts as; with the reason, where that stands. */
function MeaningChoice({ status, input }: MeaningChoiceProps) {
  const { t } = useTranslation('statuses');
  const playsRole = status !== null && status.roles.length > 0;
  const fixed = status?.used ? t('form.meaningFixed') : t('form.meaningRole');
  const isFixed = status?.used === true || playsRole;
  return (
    <Select
      label={t('form.meaning')}
      description={isFixed ? fixed : t(`meaningHints.${input.value ?? 'present'}`)}
      disabled={isFixed}
      data={meaningSchema.options.map((value) => ({ value, label: t(`meanings.${value}`) }))}
      allowDeselect={false}
      {...input}
    />
  );
}
