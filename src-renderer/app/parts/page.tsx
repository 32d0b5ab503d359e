import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** A way back, above the title. */
  back?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Upper bound of the content's width in pixels; tables take all there is. */
  maxWidth?: number;
  children: ReactNode;
}

/** A screen inside the shell: title, window title, focus on arrival, and content. */
export function Page({ title, about, back, actions, maxWidth, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · ${t('name')}`);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Box p="lg" pb="var(--toast-room)" maw={maxWidth}>
      <Stack gap="lg">
        <Stack gap={4}>
          {back && <div data-screen-only>{back}</div>}
          <Group justify="space-between" align="flex-start" gap="sm">
            <Stack gap={2}>
              <Title order={1} tabIndex={-1} ref={heading}>
                {title}
              </Title>
              {about && (
                <Text c="dimmed" size="sm" component="div">
                  {about}
                </Text>
              )}
            </Stack>
            {actions && (
              <Group gap="xs" data-screen-only>
                {actions}
              </Group>
            )}
          </Group>
        </Stack>
        {children}
      </Stack>
    </Box>
  );
}
