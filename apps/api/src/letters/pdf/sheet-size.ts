/** Sizes in points, from the upper left corner of an A4 sheet, as one measures a letter with a ruler. */
export const MM = 72 / 25.4;
export const A4 = { width: 210 * MM, height: 297 * MM };
export const MARGIN = { left: 22 * MM, right: 22 * MM, top: 20 * MM, bottom: 20 * MM };

/**
 * Where the address must lie to be read through the window of an envelope (DL 110 × 220 mm, sheet folded in three; C5, folded
 * in two): a frame of 85 × 33 mm, 55 mm from the upper edge and 110 mm from the left one, which leaves room for the barcode
 * of registered post. edics.fr/rediger-vos-adresses-les-bonnes-pratiques (read in November 2026), which also asks for 9 to 12
 * points without serifs.
 */
export const WINDOW = { left: 110 * MM, top: 55 * MM, width: 85 * MM, height: 33 * MM };
/** Below it the letter begins: nothing else may show through the window. */
export const BELOW_WINDOW = WINDOW.top + WINDOW.height + 7 * MM;
