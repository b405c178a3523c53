/** Where something can go wrong. */
export type Place =
  /** CloudFormation's request is handed to the function. */
  | 'request'
  /** The state machine calls the function. */
  | 'tick'
  /** The function reads something. */
  | 'read'
  /** The function changes something. */
  | 'write'
  /** The function creates a job. */
  | 'create'
  /** The function stops a job. */
  | 'stop'
  /** The function describes one job. */
  | 'describe'
  /** The function calls Step Functions to read. */
  | 'list executions'
  /** The function calls Step Functions to start or stop. */
  | 'execution'
  /** The function answers CloudFormation. */
  | 'answer'
  /** The state machine signals a wait condition. */
  | 'signal'
  /** The state machine looks at a wait condition. */
  | 'look';

interface FaultFacts {
  /** What it is, for the person who reads a trace. */
  readonly text: string;
  readonly places: readonly Place[];
  /** Whether the outcome of the operation must be what it is without the fault. */
  readonly harmless: boolean;
  /** Whether an operation may succeed because of it that fails without. @default false */
  readonly isTurn?: boolean;
  /** Whether a request may go without an answer because of it. */
  readonly silencing?: boolean;
  /** How long it goes on, for every request, in seconds. @default - it meets one request only */
  readonly goesOnFor?: number;
  /** Where it is one of a pair of faults, if not in all its places: elsewhere another fault has the same effects. */
  readonly pairedAt?: readonly Place[];
}

const READS = ['read', 'describe'] as const;
const WRITES = ['write', 'create', 'stop'] as const;
const SERVICE_CALLS = [...READS, ...WRITES] as const;
const CALLS = [...SERVICE_CALLS, 'list executions', 'execution'] as const;

/** All that can go wrong, by its name. */
const FACTS = {
  // ---------------------------------------------------------------- calls of AWS services
  throttled: {
    text: 'is throttled, with all its retries',
    places: CALLS,
    harmless: true,
    // to read comes back as late where it is denied
    pairedAt: [...WRITES, 'list executions', 'execution'],
  },
  'throttled-once': {
    text: 'is throttled once; the SDK tries again',
    places: SERVICE_CALLS,
    harmless: true,
    pairedAt: [],
  },
  unavailable: { text: 'fails with HTTP 500, without effect', places: CALLS, harmless: true, pairedAt: [] },
  'unavailable-after': {
    text: 'fails with HTTP 500, but has its effect',
    places: [...WRITES, 'execution'],
    harmless: true,
    pairedAt: [],
  },
  unreachable: { text: 'times out before it has an effect', places: CALLS, harmless: true, pairedAt: [] },
  'lost-once': {
    text: 'has its effect, but the answer is lost; the SDK tries again',
    places: WRITES,
    harmless: true,
  },
  lost: {
    text: 'has its effect, but its answer is lost, and those of the retries',
    places: [...WRITES, 'execution'],
    harmless: true,
  },
  garbled: {
    text: 'has its effect, but its answer cannot be read',
    places: CALLS,
    harmless: true,
    pairedAt: ['create', 'execution'],
  },
  denied: { text: 'is denied for 40 seconds', places: CALLS, harmless: true },
  'denied-long': { text: 'is denied for 5 minutes', places: CALLS, harmless: false, goesOnFor: 300, pairedAt: [] },
  'crash-before': {
    text: 'is not made: the function crashes before',
    places: CALLS,
    harmless: true,
    // a tick that crashes while it reads has not begun
    pairedAt: [...WRITES, 'execution'],
  },
  'crash-after': {
    text: 'has its effect, but the function crashes before the answer',
    places: [...WRITES, 'execution'],
    harmless: true,
  },
  'crash-late': {
    text: 'has its effect 6 seconds later; the function crashes meanwhile',
    places: [...WRITES, 'execution'],
    harmless: true,
  },
  'third-try': {
    text: 'times out with every try but the last',
    places: SERVICE_CALLS,
    harmless: true,
    // the longest that a call takes which comes before a Create call
    pairedAt: READS,
  },
  slow: { text: 'takes 18 seconds', places: SERVICE_CALLS, harmless: true, pairedAt: ['create', 'stop'] },
  stale: { text: 'shows what was true 10 seconds before', places: READS, harmless: true },
  'stale-list': { text: 'shows what was true 20 seconds before', places: ['list executions'], harmless: true },
  'unknown-status': { text: 'shows a status that nobody knows', places: ['describe'], harmless: true },
  vanished: {
    text: 'finds that the service has lost the job',
    places: ['describe'],
    harmless: false,
    goesOnFor: Infinity,
  },
  hidden: { text: 'makes a job that is not shown for 12 seconds', places: ['create'], harmless: true },
  quota: { text: 'finds the quota used up for 150 seconds', places: ['create'], harmless: true },
  'role-not-ready': { text: 'finds the role not propagated for 40 seconds', places: ['create'], harmless: true },
  'role-not-ready-job': {
    text: 'makes a job that fails at once, for the role has not propagated',
    places: ['create'],
    harmless: true,
  },
  'ended-meanwhile': {
    text: 'finds that the job has just completed',
    places: ['stop'],
    harmless: true,
    isTurn: true,
  },
  'failed-meanwhile': { text: 'finds that the job has just failed', places: ['stop'], harmless: true, pairedAt: [] },
  'stops-slowly': { text: 'begins a stop that takes 150 seconds', places: ['stop'], harmless: true, pairedAt: [] },

  // ---------------------------------------------------------------- ticks
  'tick-throttled': { text: 'finds no room for the function', places: ['tick'], harmless: true, pairedAt: [] },
  'tick-crash': { text: 'crashes before it begins', places: ['tick'], harmless: true, pairedAt: [] },
  'tick-lost': { text: 'does its work, but the result is lost', places: ['tick'], harmless: true },
  'tick-hangs': { text: 'hangs until the function times out', places: ['tick'], harmless: true },
  'tick-twice': { text: 'runs twice at once', places: ['tick'], harmless: true },
  'tick-late': { text: 'begins 20 seconds late', places: ['tick'], harmless: true, pairedAt: [] },
  outage: {
    text: 'and all others find no function for 10 minutes',
    places: ['tick'],
    harmless: false,
    silencing: true,
    goesOnFor: 600,
  },
  gone: {
    text: 'and all later ones of this execution fail for good',
    places: ['tick'],
    harmless: false,
    silencing: true,
  },

  // ---------------------------------------------------------------- requests of CloudFormation
  twice: { text: 'is delivered twice', places: ['request'], harmless: true },
  'twice-late': { text: 'is delivered twice, the second time after 90 seconds', places: ['request'], harmless: true },
  late: { text: 'is delivered after 60 seconds', places: ['request'], harmless: true },
  'request-crash': {
    text: 'is delivered, but the function crashes before it begins',
    places: ['request'],
    harmless: true,
    pairedAt: [],
  },
  'request-lost': {
    text: 'is delivered, but the function crashes when its work is done',
    places: ['request'],
    harmless: true,
    pairedAt: [],
  },
  'asked-again': {
    text: 'is made again after 60 seconds, with another response URL',
    places: ['request'],
    harmless: true,
    pairedAt: [],
  },

  // ---------------------------------------------------------------- answers
  'answer-unavailable': { text: 'finds the URL unavailable for 60 seconds', places: ['answer'], harmless: true },
  'answer-unavailable-long': {
    text: 'finds the URL unavailable for 10 minutes',
    places: ['answer'],
    harmless: false,
    silencing: true,
    goesOnFor: 600,
    pairedAt: [],
  },
  'answer-rejected': {
    text: 'finds that the URL answers with HTTP 400 for 60 seconds',
    places: ['answer'],
    harmless: true,
    pairedAt: [],
  },
  'answer-once': { text: 'finds the URL unavailable once', places: ['answer'], harmless: true, pairedAt: [] },
  'answer-lost': { text: 'arrives, but the connection breaks', places: ['answer'], harmless: true },
  'answer-expired': { text: 'finds that the URL has expired', places: ['answer'], harmless: false, silencing: true },

  // ---------------------------------------------------------------- signals of the state machine
  'signal-lost': { text: 'has its effect, but its answer is lost', places: ['signal'], harmless: true },
  'signal-unreachable': { text: 'is lost', places: ['signal'], harmless: true, pairedAt: [] },
  'signal-throttled': { text: 'is throttled', places: ['signal'], harmless: true },
  'signal-denied': { text: 'is denied for 5 minutes, and so are looks', places: ['signal'], harmless: true },
  'signal-late': { text: 'has its effect 45 seconds later; its answer is lost', places: ['signal'], harmless: true },
  'look-lost': { text: 'has no answer', places: ['look'], harmless: true },
  'look-denied': { text: 'is denied for 5 minutes', places: ['look'], harmless: true, pairedAt: [] },
  'look-stale': { text: 'shows what was true 10 seconds before', places: ['look'], harmless: true },

  // ---------------------------------------------------------------- the person who deploys
  interrupt: { text: 'comes when the person who deploys gives up on the operation', places: [], harmless: false },
} as const satisfies { readonly [name: string]: FaultFacts };

/** The name of something that can go wrong. */
export type Fault = keyof typeof FACTS;

/** What is known of a fault. */
export function factsOf(fault: Fault): FaultFacts {
  return FACTS[fault];
}

/** Whether a text is the name of a fault. */
export function isFault(text: string): text is Fault {
  return text in FACTS;
}

/** What can go wrong in a place; `paired` is what is tried together with another fault. */
export function faultsAt(place: Place, paired = false): readonly Fault[] {
  return (paired ? PAIRED : ALL).get(place) ?? [];
}

/** The names of all that can go wrong. */
export const FAULT_NAMES = Object.keys(FACTS) as Fault[];
const PLACES = [...new Set(FAULT_NAMES.flatMap((name) => factsOf(name).places))];
const ALL = new Map(PLACES.map((place) => [place, FAULT_NAMES.filter((name) => factsOf(name).places.includes(place))]));
const PAIRED = new Map(
  [...ALL].map(([place, names]) => [place, names.filter((name) => factsOf(name).pairedAt?.includes(place) !== false)]),
);
