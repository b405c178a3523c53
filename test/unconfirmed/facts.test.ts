import { KINDS } from '../../simulation/scenarios/scenarios';
import { alternativeOf, CHOICES, choiceName, FACT_IDS, factOf, isUsual, kindsOf } from '../../unconfirmed/facts';
import { ALL_KINDS } from '../../unconfirmed/unconfirmed-fact';

test('knows every kind of job', () => {
  expect([...ALL_KINDS].sort()).toEqual([...KINDS].sort());
});

test.each(FACT_IDS)('%s may be so or otherwise, and one of it is usual, for every kind', (id) => {
  const { alternatives, kinds, usual } = factOf(id);
  expect(Object.keys(alternatives).length).toBeGreaterThan(1);
  expect(kinds.length).toBeGreaterThan(0);
  expect(kindsOf({ fact: id, alternative: usual })).toEqual(kinds);
  for (const { kinds: own = [] } of Object.values(alternatives)) {
    expect(own.filter((kind) => !kinds.includes(kind))).toEqual([]);
  }
});

test('names are those that a command line can have', () => {
  expect(CHOICES.map(choiceName).filter((name) => !/^[a-z]+(-[a-z]+)*=[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

test('texts have no placeholder that nothing stands for', () => {
  const known = ['noun', 'name', 'arn', 'status', 'role', 'operation'];
  const texts = CHOICES.map((choice) => alternativeOf(choice).says?.text ?? '');
  const placeholders = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  expect(placeholders.filter((name) => !known.includes(name))).toEqual([]);
});

test('what never passes is told as a failure that says what is wrong', () => {
  const lasting = CHOICES.filter((choice) => alternativeOf(choice).passes === false);
  expect(lasting.length).toBeGreaterThan(8);
  for (const choice of lasting) {
    const { failures } = alternativeOf(choice);
    expect([choiceName(choice), failures?.create?.words.length]).toEqual([choiceName(choice), 1]);
    expect(failures?.update).toEqual(failures?.create);
    expect(isUsual(choice)).toBe(false);
  }
});
