import { createSpotlight } from '@mantine/spotlight';

/** The palette's own store, so that the side bar can open it before its code has come. */
export const [paletteStore, palette] = createSpotlight();
export const openPalette = () => palette.open();
