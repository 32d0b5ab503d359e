import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';

/** The shortest reason that the contract takes. */
const MIN_REASON = 3;

interface ChangeValues {
  code: string | null;
  reason: string;
}

function useChangeForm(entry: RosterEntry, needsReason: boolean) {
  const { t } = useTranslation('history');
  return useForm<ChangeValues>({
    initialValues: { code: entry.mark?.code ?? null, reason: '' },
    validate: {
      code: (value) => (value ? null : t('cell.statusMissing')),
      reason: (value) =>
        needsReason && value.trim().length < MIN_REASON ? t('cell.reasonMissing') : null,
    },
  });
}

/** Gives a student a status, or takes the mark back where there is to be none. */
function setMark(
  cell: { sessionId: string; studentId: string },
  code: string | null,
  reason: string | undefined,
): Promise<RosterEntry> {
  return code === null
    ? rollcall.register.unmark({ ...cell, reason })
    : rollcall.register.mark({ ...cell, code, reason });
}

/**
 * Changes a cell by hand; with a reason once the register is closed. The message that says so
 * offers to set it back, which is a change of its own in the history.
 */
export function useChangeStatus(session: SessionDetail, entry: RosterEntry) {
  const { t } = useTranslation('history');
  const needsReason = session.endedAt !== null;
  const form = useChangeForm(entry, needsReason);
  const [opened, asking] = useDisclosure();
  const { studentId, fullName: name } = entry;
  const cell = { sessionId: session.id, studentId };

  const before = entry.mark?.code ?? null;
  const undo = useMutation({
    mutationFn: (code: string | null) => setMark(cell, code, t('cell.undoReason')),
    onSuccess: async (_entry, code) => {
      await queryClient.invalidateQueries({ queryKey: api.register.key() });
      form.setFieldValue('code', code);
    },
  });
  async function finish(words: string, setBackTo: string | null) {
    await queryClient.invalidateQueries({ queryKey: api.register.key() });
    form.setFieldValue('reason', '');
    showDone(words, () => undo.mutate(setBackTo));
  }
  const change = useMutation({
    mutationFn: ({ code, reason }: ChangeValues) => setMark(cell, code, reason.trim() || undefined),
    meta: { showsOwnErrors: true },
    onMutate: () => before,
    onSuccess: ({ mark }, _values, setBackTo) => {
      const status = session.statuses.find((one) => one.code === mark?.code)?.label ?? '';
      return finish(t('cell.saved', { name, status }), setBackTo);
    },
  });
  const unmark = useMutation({
    mutationFn: ({ reason }: ChangeValues) => setMark(cell, null, reason.trim() || undefined),
    meta: { showsOwnErrors: true },
    onMutate: () => before,
    onSettled: asking.close,
    onSuccess: (_entry, _values, setBackTo) => {
      form.setFieldValue('code', null);
      return finish(t('cell.unmarked', { name }), setBackTo);
    },
  });

  /** Taking a mark back asks for the reason alone, then whether it is meant. */
  function askTakeBack() {
    if (form.validateField('reason').hasError) form.getInputNode('reason')?.focus();
    else asking.open();
  }
  const takeBack = {
    opened,
    ask: askTakeBack,
    close: asking.close,
    confirm: () => unmark.mutate(form.getValues()),
    busy: unmark.isPending,
  };
  return { form, change, takeBack, error: change.error ?? unmark.error, needsReason };
}
