/** The position of a species is the number of its class. */
const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

const MEASUREMENTS = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'];

/** How the data calls what was not measured. */
const UNKNOWN = 'NA';

/** One bird of each so many of a species is kept back, to see how well the model tells birds that it has not seen. */
const VALIDATED = 4;

/** The rows for the two channels of a training: no header, and the number of the class first, as XGBoost takes them. */
export interface PenguinRows {
  readonly train: string;
  readonly validation: string;
}

/** Makes the rows from the data, a bird a line below a header. Birds that were not measured are left out. */
export function penguinRows(csv: string): PenguinRows {
  const [header, ...birds] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const valueOf = (bird: string[], column: string) => bird[header.indexOf(column)];
  const rows = SPECIES.map((species, label) =>
    birds
      .filter((bird) => valueOf(bird, 'species') === species)
      .map((bird) => MEASUREMENTS.map((column) => valueOf(bird, column)))
      .filter((measurements) => !measurements.includes(UNKNOWN))
      .map((measurements) => [label, ...measurements].join(',')),
  );
  const isValidated = (_row: string, index: number) => index % VALIDATED === VALIDATED - 1;
  return {
    train: textOf(rows.flatMap((ofSpecies) => ofSpecies.filter((row, index) => !isValidated(row, index)))),
    validation: textOf(rows.flatMap((ofSpecies) => ofSpecies.filter(isValidated))),
  };
}

function textOf(rows: string[]): string {
  return rows.map((row) => `${row}\n`).join('');
}
