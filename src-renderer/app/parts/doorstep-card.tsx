import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '#renderer/settings/language-choice.tsx';

interface DoorstepCardProps {
  title: string;
  about?: ReactNode;
  /** Width of the card in pixels. */
  width?: number;
  children: ReactNode;
}

/** A screen before sign-in: one card in the middle of the window. */
export function DoorstepCard({ title, about, width = 420, children }: DoorstepCardProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · ${t('name')}`);
  useEffect(() => {
    const elsewhere = document.activeElement !== document.body;
    if (!elsewhere) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack gap="md" w={width} maw="100%">
        <Group justify="space-between">
          <Text fw={700} c="var(--mantine-primary-color-light-color)">
            {t('name')}
          </Text>
          <LanguageChoice size="xs" />
        </Group>
        <Paper p="lg" shadow="sm">
          <Stack gap="md">
            <Stack gap={4}>
              <Title order={1} tabIndex={-1} ref={heading}>
                {title}
              </Title>
              {about && (
                <Text c="dimmed" size="sm" component="div">
                  {about}
                </Text>
              )}
            </Stack>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
