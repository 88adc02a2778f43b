/** Ink blue on white paper, with the red of a postmark. `gray` and `dark` replace Mantine's own. */
import { createTheme, Button, Input, Badge, Modal, MultiSelect, Drawer, Select, Tooltip } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
const encre: MantineColorsTuple = [
  '#F0F4FB',
  '#DFE7F5',
  '#BFCEEA',
  '#9AB1DD',
  '#7A96D2',
  '#5B7BC3',
  '#4463B0',
  '#334E96',
  '#293F7A',
  '#1D2C56',
];
const cachet: MantineColorsTuple = [
  '#FDF1EC',
  '#FADFD4',
  '#F5BFA9',
  '#F09C7B',
  '#EA7C53',
  '#DC5F31',
  '#C64C20',
  '#AB3D16',
  '#8A3113',
  '#61220E',
];
const mousse: MantineColorsTuple = [
  '#ECF5F0',
  '#D5E9DE',
  '#ADD3BF',
  '#82BB9D',
  '#5BA37F',
  '#3D8B66',
  '#2E7453',
  '#245F44',
  '#1C4B36',
  '#123225',
];
const ambre: MantineColorsTuple = [
  '#FCF5E1',
  '#F7E7B9',
  '#EFD27E',
  '#E4BA45',
  '#D0A01F',
  '#B0840F',
  '#8F690A',
  '#755508',
  '#5B4207',
  '#3C2B04',
];
const gray: MantineColorsTuple = [
  '#F6F7F9',
  '#EDEFF3',
  '#E4E7EC',
  '#C9CFD9',
  '#A6AFBE',
  '#818B9D',
  '#5C667A',
  '#414A5C',
  '#343C4D',
  '#1B2130',
];
const dark: MantineColorsTuple = [
  '#D8DDE7',
  '#B9C1CF',
  '#99A3B5',
  '#6F7A8E',
  '#454D5D',
  '#2C3340',
  '#222834',
  '#1B2029',
  '#161A22',
  '#101319',
];
/**
 * The list itself scrolls, which its field's arrow keys do. Mantine's own area inside of it is a part that scrolls and that
 * no key reaches: to WCAG, and to axe, a fault.
 */
const LIST = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 220, overflowY: 'auto' } },
} as const;
export const theme = createTheme({
  colors: { encre, cachet, mousse, ambre, gray, dark },
  primaryColor: 'encre',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  white: '#FFFFFF',
  black: '#1B2130',
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: '"IBM Plex Sans Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: '"IBM Plex Mono", ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '16px', lineHeight: '1.3' },
      h2: { fontSize: '14px', lineHeight: '1.4' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  shadows: { md: '0 1px 2px rgba(20,28,50,.06), 0 8px 28px rgba(20,28,50,.14)' },
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_t, p) => ({
        root: p.size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '13px' } : {},
      }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_t, p) => ({ wrapper: p.size === 'sm' ? { '--input-height': '34px', '--input-fz': '14px' } : {} }),
    }),
    Select: Select.extend(LIST),
    MultiSelect: MultiSelect.extend(LIST),
    Badge: Badge.extend({ defaultProps: { size: 'sm', radius: 'sm', tt: 'none', fw: 500 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, multiline: true, maw: 380, events: { hover: true, focus: true, touch: true } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', closeButtonProps: { 'aria-label': 'Close' } },
    }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', closeButtonProps: { 'aria-label': 'Close' } } }),
  },
});
const v = (c: string, n: number) => `var(--mantine-color-${c}-${n})`;
const soft = (bg: number, fg: number) =>
  Object.fromEntries(
    ['encre', 'cachet', 'mousse', 'ambre'].flatMap((c) => [
      [`--mantine-color-${c}-light`, v(c, c === 'encre' ? 1 : bg)],
      [`--mantine-color-${c}-light-color`, v(c, c === 'encre' ? 8 : fg)],
    ]),
  );
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...soft(0, 7),
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-dimmed': v('gray', 6),
    '--mantine-color-placeholder': v('gray', 6),
    '--mantine-color-default-border': v('gray', 3),
    '--mantine-color-error': v('cachet', 7),
    '--mantine-color-anchor': v('encre', 7),
    '--suivi-side': v('gray', 0),
    '--suivi-line': v('gray', 2),
    '--suivi-input-line': v('gray', 5),
    '--suivi-hover': '#F1F3F6',
    '--suivi-selected': v('encre', 0),
    '--suivi-due': v('cachet', 7),
    '--suivi-today-line': v('cachet', 6),
  },
  dark: {
    '--mantine-color-body': v('dark', 7),
    '--mantine-color-dimmed': v('dark', 2),
    '--mantine-color-placeholder': v('dark', 2),
    '--mantine-color-default-border': v('dark', 4),
    '--mantine-color-error': v('cachet', 3),
    '--mantine-color-anchor': v('encre', 3),
    '--mantine-color-encre-light': '#2F3E63',
    '--mantine-color-encre-light-color': v('encre', 2),
    '--mantine-color-cachet-light': '#3A241D',
    '--mantine-color-cachet-light-color': v('cachet', 3),
    '--mantine-color-mousse-light': '#1D3229',
    '--mantine-color-mousse-light-color': v('mousse', 3),
    '--mantine-color-ambre-light': '#362C14',
    '--mantine-color-ambre-light-color': v('ambre', 3),
    '--suivi-side': v('dark', 8),
    '--suivi-line': v('dark', 5),
    '--suivi-input-line': v('dark', 3),
    '--suivi-hover': '#232936',
    '--suivi-selected': '#232E47',
    '--suivi-due': v('cachet', 3),
    '--suivi-today-line': v('cachet', 5),
  },
});
