/** A share as people read it, such as 87.5%. */
export function shareText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Minutes since midnight as HH:MM. */
export function clockText(minutes: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
