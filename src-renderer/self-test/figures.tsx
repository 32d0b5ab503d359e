import { Group, Paper, Text } from '@mantine/core';

export interface Figure {
  name: string;
  value: string;
  /** A figure that ought to be 0 and is not. */
  bad?: boolean;
}

/** A few figures beside each other, each under its name. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <Group component="dl" m={0} gap="sm">
      {figures.map(({ name, value, bad }) => (
        <Paper key={name} px="md" py="xs" miw={120}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text
            component="dd"
            m={0}
            fz="xl"
            fw={620}
            data-figures
            c={bad ? 'var(--status-absent-text)' : undefined}
          >
            {value}
          </Text>
        </Paper>
      ))}
    </Group>
  );
}
