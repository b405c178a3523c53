import { factSection } from '../../../scripts/unconfirmed-page/fact-section';

test('says of a fact what may be so, what is relied on, and how to find out', () => {
  const failure = { words: ['quota'], withinSeconds: 60 };
  const fact = {
    title: 'Weather',
    kinds: ['TrainingJob', 'CompilationJob'],
    alternatives: {
      fine: { meaning: 'It is fine.' },
      foul: {
        meaning: 'It is foul.',
        kinds: ['TrainingJob'],
        says: { code: 'RainException', text: 'a | b <c> *' },
        failures: { create: failure, update: failure },
      },
    },
    usual: 'fine',
  } as const;
  const section = factSection('weather', fact, {
    sources: ['a window', 'a barometer'],
    reliance: 'Nothing.',
    otherwise: 'It rains.',
    check: 'Look out.',
  });

  expect(section).toBe(`## Weather

\`weather\`, for \`TrainingJob\` and \`CompilationJob\`

| alternative | how it is then | what AWS says then | operations |
| --- | --- | --- | --- |
| \`fine\` (rehearsed unless you say otherwise) | It is fine. |  | succeed |
| \`foul\` | It is foul. (\`TrainingJob\`) | RainException: a \\| b \\<c> \\* | create and update fail, within 60 seconds, and the reason says "quota"; all others succeed |

- **We rely on**: Nothing.
- **If it is otherwise**: It rains.
- **How to find out**: Look out.
- **What is known**: a window; a barometer.
`);
});
