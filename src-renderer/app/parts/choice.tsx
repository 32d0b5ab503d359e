import { SegmentedControl, Stack, Text } from '@mantine/core';

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean;
  fullWidth?: boolean;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, options, ...props }: ChoiceProps<T>) {
  return (
    <Stack gap={4} align={props.fullWidth ? 'stretch' : 'flex-start'}>
      <Text size="sm" fw={500} aria-hidden>
        {label}
      </Text>
      <SegmentedControl aria-label={label} data={[...options]} {...props} />
    </Stack>
  );
}
