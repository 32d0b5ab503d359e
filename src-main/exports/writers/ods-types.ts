/** A number that has a format: its style, and how it is shown. */
const STYLED_NUMBER =
  /office:value-type="float" office:value="([^"]*)" (table:style-name="[^"]*"><text:p>)([^<]*)</g;

function typeOf(value: string, shown: string): string | null {
  if (shown.endsWith('%')) return `office:value-type="percentage" office:value="${value}"`;
  if (/^\d{4}-\d\d-\d\d$/.test(shown)) {
    return `office:value-type="date" office:date-value="${shown}"`;
  }
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(shown) ?? [];
  return hours && minutes
    ? `office:value-type="time" office:time-value="PT${hours}H${minutes}M00S"`
    : null;
}

/**
 * Says of numbers shown as a share, a day or a time that they are one (OpenDocument 1.2 part 1,
 * 19.385); the library writes them as bare numbers.
 */
export function withTypes(content: string): string {
  return content.replace(STYLED_NUMBER, (all, value: string, style: string, shown: string) => {
    const type = typeOf(value, shown);
    return type === null ? all : `${type} ${style}${shown}<`;
  });
}
