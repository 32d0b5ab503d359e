/** How bright a picture is as a whole. */
export type Light = 'tooDark' | 'dim' | 'good' | 'tooBright';

/** Weights of ITU-R BT.709 for the brightness of red, green and blue. */
const RED = 0.2126;
const GREEN = 0.7152;
const BLUE = 0.0722;

/** Mean brightness, 0 to 255, of pixels given as RGBA bytes. */
export function meanBrightness(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    sum += RED * (rgba[i] ?? 0) + GREEN * (rgba[i + 1] ?? 0) + BLUE * (rgba[i + 2] ?? 0);
  }
  return rgba.length < 4 ? 0 : sum / Math.floor(rgba.length / 4);
}

/** Rough bounds for the eye of a person setting up a room; the engine judges each face by itself. */
export function lightOf(brightness: number): Light {
  if (brightness < 40) return 'tooDark';
  if (brightness < 75) return 'dim';
  return brightness <= 215 ? 'good' : 'tooBright';
}
