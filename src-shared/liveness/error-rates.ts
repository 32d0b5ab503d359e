/** A presentation to the camera and what became of it, in the words of ISO/IEC 30107-3. */
export interface Presentation {
  kind: 'live' | 'attack';
  /** What the attack is, such as a print or a phone; null for a living person. */
  attackKind: string | null;
  decision: 'accepted' | 'refused';
}

/** BPCER over living people and APCER per kind of attack, as ISO/IEC 30107-3 defines them. */
export function presentationErrorRates(presentations: readonly Presentation[]): {
  bpcer: number;
  apcer: Record<string, number>;
} {
  const share = (some: readonly Presentation[], decision: Presentation['decision']) =>
    some.filter((one) => one.decision === decision).length / Math.max(1, some.length);
  const attacks = Map.groupBy(
    presentations.filter((one) => one.kind === 'attack'),
    (one) => one.attackKind ?? '',
  );
  const apcer: Record<string, number> = {};
  for (const [kind, some] of attacks) apcer[kind] = share(some, 'accepted');
  const live = presentations.filter((one) => one.kind === 'live');
  return { bpcer: share(live, 'refused'), apcer };
}
