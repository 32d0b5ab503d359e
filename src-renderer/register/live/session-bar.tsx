import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconFlag } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { DiscardButton } from '#renderer/register/discard/discard-button.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { UndoButton } from './list/undo-button.tsx';

interface SessionBarProps {
  session: SessionDetail;
  closing: boolean;
  onEnd: () => void;
}

/** Which session this is, the way out, and the one way to end it. */
export function SessionBar({ session, closing, onEnd }: SessionBarProps) {
  const { t } = useTranslation('live');
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <LinkButton
          to="/"
          variant="subtle"
          size="xs"
          flex="none"
          leftSection={<IconArrowLeft data-flips size={16} aria-hidden />}
        >
          {t('leave')}
        </LinkButton>
        <Title order={1} size="h2" tabIndex={-1} ref={heading} lineClamp={1}>
          {t('title', { className: session.className, subjectName: session.subjectName })}
        </Title>
        <Text size="sm" c="dimmed" visibleFrom="lg" style={{ whiteSpace: 'nowrap' }}>
          {t('since', { time: formatTime(session.startedAt) })}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <UndoButton />
        {!closing && (
          <DiscardButton
            session={session}
            size="sm"
            variant="subtle"
            onDiscarded={() => void navigate({ to: '/' })}
          />
        )}
        {!closing && (
          <Button
            size="sm"
            leftSection={<IconFlag size={18} aria-hidden />}
            onClick={onEnd}
            aria-keyshortcuts="Control+Enter"
            title={t('endHint')}
            style={{ flexShrink: 0 }}
          >
            {t('end')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
