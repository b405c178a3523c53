/** The colours of a picture. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly plain: Paint;
  readonly job: Paint;
  readonly failure: Paint;
  readonly success: Paint;
  /** Of a terminal: its background, and its colours by the code of the terminal. */
  readonly terminal: {
    readonly background: string;
    readonly text: string;
    readonly codes: { readonly [code: string]: string };
  };
}

/** What a box is painted with. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

/** As a page is shown by day and by night. */
export const THEMES: readonly Theme[] = [
  {
    name: 'light',
    text: '#1f2328',
    faint: '#59636e',
    line: '#59636e',
    plain: { fill: '#f6f8fa', stroke: '#d1d9e0' },
    job: { fill: '#ddf4ff', stroke: '#0969da' },
    failure: { fill: '#ffebe9', stroke: '#cf222e' },
    success: { fill: '#dafbe1', stroke: '#1a7f37' },
    terminal: {
      background: '#ffffff',
      text: '#1f2328',
      codes: { 31: '#cf222e', 32: '#1a7f37', 33: '#9a6700', 36: '#1b7c83', 2: '#59636e' },
    },
  },
  {
    name: 'dark',
    text: '#e6edf3',
    faint: '#9198a1',
    line: '#9198a1',
    plain: { fill: '#151b23', stroke: '#3d444d' },
    job: { fill: '#121d2f', stroke: '#4493f8' },
    failure: { fill: '#25171c', stroke: '#f85149' },
    success: { fill: '#12261e', stroke: '#3fb950' },
    terminal: {
      background: '#0d1117',
      text: '#e6edf3',
      codes: { 31: '#ff7b72', 32: '#3fb950', 33: '#d29922', 36: '#39c5cf', 2: '#9198a1' },
    },
  },
];
