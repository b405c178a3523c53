import type { StackArtifact } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { selectStacks } from '../../../rehearsal/cloud-assembly/stack-selection';

const stack = (stackName: string, path = stackName, dependencies: string[] = []): StackArtifact =>
  ({ stackName, path, artifactId: path.replaceAll('/', ''), label: path, dependencies }) as unknown as StackArtifact;

const STACKS = [
  stack('Base'),
  stack('Prod-Train', 'Prod/Train', ['Base']),
  stack('Prod-Host', 'Prod/Host', ['ProdTrain']),
  stack('Test-Train', 'Test/Train'),
];
const selected = (...names: string[]) => selectStacks(STACKS, names).map(({ stackName }) => stackName);

test.each([
  [[], ['Base', 'Prod-Train', 'Prod-Host', 'Test-Train']],
  [['Test-Train'], ['Test-Train']],
  [['Prod/Host'], ['Base', 'Prod-Train', 'Prod-Host']],
  [['Prod*'], ['Base', 'Prod-Train', 'Prod-Host']],
  [['*/Train'], ['Base', 'Prod-Train', 'Test-Train']],
  [['Tes?-Train'], ['Test-Train']],
  [['*'], ['Base', 'Prod-Train', 'Prod-Host', 'Test-Train']],
])('%j means %j, with what they depend on', (names, expected) => {
  expect(selected(...names)).toEqual(expected);
});

test.each(['Prod', 'Prod.Train', 'Other*'])('%s means none', (name) => {
  expect(() => selected(name)).toThrow(
    `No stack is named ${name}. The assembly has: Base, Prod/Train, Prod/Host, Test/Train.`,
  );
});
