import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showError } from '#renderer/app/toast.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { useDiscard } from './use-discard.ts';

interface DiscardButtonProps extends ButtonProps {
  session: SessionDetail;
  onDiscarded: () => void;
}

/**
 * The register did not take place: one without marks goes at once, with a way back; for any other
 * a reason is asked for.
 */
export function DiscardButton({ session, onDiscarded, ...look }: DiscardButtonProps) {
  const { t } = useTranslation('register');
  const [asking, dialog] = useDisclosure();
  const { discard } = useDiscard(session.id, onDiscarded);
  const isEmpty = session.roster.every(({ mark }) => mark === null);
  const atOnce = () => discard.mutate(t('discard.byMistake'), { onError: showError });
  return (
    <>
      <Button
        variant="default"
        {...look}
        leftSection={<IconCalendarOff size={18} aria-hidden />}
        loading={discard.isPending}
        onClick={isEmpty ? atOnce : dialog.open}
      >
        {t('discard.button')}
      </Button>
      {asking && <DiscardDialog discard={discard} onClose={dialog.close} />}
    </>
  );
}
