/*
 * All that the simulation knows of the handler and of the state machine: a copy of the tree with other sources in
 * lambda/ is simulated by the same command in that copy.
 */
export { createHandler, type HandlerInput, type HandlerProps } from '../lambda/handler';
export { jobKinds } from '../lambda/kinds/job-kinds';
export type { JobKind, JobKindFactory } from '../lambda/job-kind';
export { CALL_TIMEOUT_SECONDS } from '../lambda/late-calls';
export type { ObjectStore } from '../lambda/object-store';
export { MAY_HAVE_STARTED, NOT_STARTED } from '../lambda/operation';
export type { Answer, ResourceEvent, Tick } from '../lambda/tick';
export type { ConditionSignal, JobProperties, ReferenceProperties, ResultProperties } from '../src/contract';
export {
  canBeStopped,
  conditionsFor,
  JOB_FACTS,
  JOB_KIND_KEYS,
  type JobKindKey,
  jobServiceTimeoutSeconds,
  LONGEST_CONDITION_TIMEOUT_SECONDS,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  LONGEST_WAIT_SECONDS,
  NAME_SEPARATOR,
  USUAL_SIGNAL_MARGIN_SECONDS,
} from '../src/contract';
export { TICK_SECONDS, tickLoop } from '../src/engine/tick-loop';
