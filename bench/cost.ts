import type { Figure } from './figure';

/**
 * What AWS asks in us-east-1 for a state transition of a Standard workflow, for a request to a function, and for a second of
 * one with a gigabyte on arm64, in dollars.
 *
 * @see https://aws.amazon.com/step-functions/pricing/
 * @see https://aws.amazon.com/lambda/pricing/
 */
const PRICES = { transition: 0.025 / 1000, request: 0.2 / 1e6, gigabyteSecond: 0.0000133334 };

/** The memory of the handler, and how long a look takes about: a call of a service or two. */
const LOOK = { gigabytes: 0.25, seconds: 0.5 };

/** What is counted of a deployment. */
export interface Waiting {
  readonly transitions: number;
  /** How often the function ran. */
  readonly looks: number;
}

/** What it costs to wait for the jobs of a thousand deployments: without the jobs. */
export function costFigures(name: string, { transitions, looks }: Waiting): Figure[] {
  const look = PRICES.request + LOOK.gigabytes * LOOK.seconds * PRICES.gigabyteSecond;
  return [
    { name: `${name}: state transitions`, value: transitions, unit: '' },
    {
      name: `${name}: a thousand deployments`,
      value: 1000 * (transitions * PRICES.transition + looks * look),
      unit: '$',
    },
  ];
}

/**
 * A custom_resources.Provider that polls: its state machine has one state, whose retries are transitions too, and each of its
 * polls runs the function of the framework and that of the user.
 *
 * @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/custom-resources/README.md
 */
export function providerWaiting(polls: number): Waiting {
  return { transitions: 1 + polls, looks: 2 * (1 + polls) };
}
