import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import type { Guest } from '#shared/contract/guests.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { useDismissGuest, useMergeGuest } from './use-guests.ts';

/** Two of one name are told apart by class and student ID. */
const optionOf = ({ id, fullName, className, studentNumber }: Student) => ({
  value: id,
  label: `${fullName} · ${className} · ${studentNumber}`,
});

/** Says who a guest was, chosen first and then confirmed, or that nobody needs to know. */
export function SettleGuest({ guest }: { guest: Guest }) {
  const { t } = useTranslation('guests');
  const [studentId, setStudent] = useState<string | null>(null);
  const students = useQuery(api.people.students.list.queryOptions({ input: {} }));
  const merge = useMergeGuest();
  const dismiss = useDismissGuest();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (studentId !== null) merge.mutate({ guest, studentId });
  };
  return (
    <Group component="form" gap="xs" wrap="nowrap" flex="none" onSubmit={confirm}>
      <Select
        w={300}
        size="sm"
        aria-label={t('wasLabel', { name: guest.name })}
        placeholder={t('was')}
        data={(students.data ?? []).map(optionOf)}
        value={studentId}
        searchable
        clearable
        limit={50}
        disabled={merge.isPending}
        onChange={setStudent}
      />
      <Button
        type="submit"
        size="sm"
        disabled={studentId === null}
        loading={merge.isPending}
        aria-label={t('confirmLabel', { name: guest.name })}
      >
        {t('confirm')}
      </Button>
      <Button
        variant="default"
        size="sm"
        aria-label={t('dismissLabel', { name: guest.name })}
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(guest)}
      >
        {t('dismiss')}
      </Button>
    </Group>
  );
}
