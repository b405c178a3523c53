/** What jsii-rosetta writes into a tablet, as far as it is read here. */
export interface Tablet {
  readonly snippets: {
    readonly [key: string]: {
      readonly location?: { readonly api?: { readonly fqn?: string; readonly fileName?: string } };
      readonly translations: { readonly [language: string]: { readonly source: string } };
    };
  };
}

/** How the tablet calls the language of the examples themselves. */
const ORIGINAL = '$';

/** A key of several words in Python's way. */
const PYTHON_KEY = /"([a-z\d]+(?:_[a-z\d]+)+)"(?=:)/g;

/**
 * The keys of maps that have another name in the examples for Python than in those in TypeScript. jsii-rosetta (6.0.17) takes a key
 * without quotes for a property, and spells it as Python's properties are: a hyperparameter would be one that no service
 * knows.
 */
export function renamedKeys({ snippets }: Tablet): string[] {
  return Object.values(snippets).flatMap(({ location, translations }) => {
    const original = translations[ORIGINAL].source;
    const keys = [...(translations.python?.source ?? '').matchAll(PYTHON_KEY)].map(([, key]) => key);
    const { fqn, fileName } = location?.api ?? {};
    return keys
      .filter((key) => !original.includes(key))
      .map((key) => `${fqn ?? fileName ?? 'An example'}: a key of a map is "${key}" in Python; put it into quotes`);
  });
}
