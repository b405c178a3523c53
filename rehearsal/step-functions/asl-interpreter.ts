/** The interpreter's own bundle, loaded by `interpreter.ts` with a clock and without AWS clients. */
export async function loadStateMachine() {
  // a dynamic import, because the library is an ECMAScript module
  return (await import('aws-local-stepfunctions')).StateMachine;
}
