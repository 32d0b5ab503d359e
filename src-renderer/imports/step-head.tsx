import { Button, Group, Stack, Text, Title } from '@mantine/core';

interface StepHeadProps {
  title: string;
  about: string;
  back: { words: string; disabled?: boolean; onClick: () => void };
  next: { words: string; disabled: boolean; busy: boolean; onClick: () => void };
}

/** Above a step of an import: what it is about, and the ways back and on. */
export function StepHead({ title, about, back, next }: StepHeadProps) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2}>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </Stack>
      <Group wrap="nowrap" flex="none">
        <Button variant="default" disabled={back.disabled ?? false} onClick={back.onClick}>
          {back.words}
        </Button>
        <Button disabled={next.disabled} loading={next.busy} onClick={next.onClick}>
          {next.words}
        </Button>
      </Group>
    </Group>
  );
}
