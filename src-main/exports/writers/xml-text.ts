const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in an element or in an attribute between double quotes. */
export function xmlText(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
