import { Text } from '@mantine/core';
import classes from './fact-list.module.css';

/** Names and values, under each other. */
export function FactList({
  facts,
}: {
  facts: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0} data-figures>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
