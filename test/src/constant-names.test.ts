import * as library from '../../src';

/** Words that mean something else in a language of jsii, in whatever case: it writes `_` behind them. */
const RESERVED = ['LAMBDA', 'CLASS', 'DEFAULT', 'GLOBAL', 'IMPORT', 'NONE', 'PASS', 'RETURN', 'TRUE', 'FALSE'];

/** The constants of all classes: `<class>.<constant>`. */
const constants = Object.entries(library).flatMap(([className, type]) =>
  typeof type === 'function'
    ? Object.getOwnPropertyNames(type).flatMap((name) =>
        /^[A-Z][A-Z0-9_]*$/.test(name) ? [`${className}.${name}`] : [],
      )
    : [],
);

// jsii divides a name where a letter follows a digit, without a word: findings/jsii-constant-names.sh
test.each(constants)('%s has the same name in every language', (constant) => {
  const [, name] = constant.split('.');
  expect(name).not.toMatch(/\d[A-Z]/);
  expect(RESERVED).not.toContain(name);
});
