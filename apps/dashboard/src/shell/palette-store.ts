import { createSpotlight } from '@mantine/spotlight';
import { holdKeys } from './keys.ts';

/** The palette's own store, so that the side bar can open it before its code has come. */
export const [paletteStore, palette] = createSpotlight();
export const openPalette = () => {
  holdKeys();
  palette.open();
};
