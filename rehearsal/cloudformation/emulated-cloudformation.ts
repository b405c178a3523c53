import { CloudFormation, type CloudFormationOptions } from './cloudformation';
import { NestedStackProvider } from './nested-stack-provider';
import type { ResourceProvider } from './resource-provider';
import type { ResourceSignals } from './resource-signals';
import { isHandled, WAIT_CONDITION_TYPE } from './template';
import { type HandleSignals, WaitConditionHandleProvider } from './wait-condition-handle';
import { WaitConditionProvider } from './wait-condition-provider';
import type { Supposition } from '../../unconfirmed/supposition';

type SharedOptions = Pick<CloudFormationOptions, 'clock' | 'onEvent' | 'onOperation' | 'assetsOf'>;

/** What the CloudFormation of an account makes resources with. */
export interface EmulatedCloudFormationOptions extends SharedOptions {
  /** What is so of what nobody has confirmed. */
  readonly supposition: Supposition;
  /** Who makes the resources that functions handle. */
  readonly handled: ResourceProvider;
  /** Who takes the place of all that is not emulated. */
  readonly assumed: ResourceProvider;
  /** Signals that are sent to the addresses of handles. */
  readonly handleSignals: HandleSignals;
  /** Signals that are sent to resources by their names. */
  readonly resourceSignals: ResourceSignals;
}

/** CloudFormation, with what it makes by itself: nested stacks and wait conditions. */
export function emulatedCloudFormation(options: EmulatedCloudFormationOptions): CloudFormation {
  const { clock, onEvent, onOperation, assetsOf, supposition, handled, assumed } = options;
  const { handleSignals, resourceSignals } = options;
  const cloudformation = new CloudFormation({
    clock,
    onEvent,
    onOperation,
    assetsOf,
    mayDependenciesMove: supposition.nameOf('depends-on-moved') === 'accepted',
    isRetryClearedFirst: supposition.nameOf('retried-creation') === 'deleted-before',
    providerOf: (resource) => (isHandled(resource) ? handled : (special[resource.type] ?? assumed)),
  });
  const areWaitedFor = supposition.nameOf('conditions-waited-for') === 'yes';
  const special: Record<string, ResourceProvider> = {
    'AWS::CloudFormation::Stack': new NestedStackProvider({ clock, onEvent, environment: cloudformation }),
    'AWS::CloudFormation::WaitConditionHandle': new WaitConditionHandleProvider(handleSignals),
    [WAIT_CONDITION_TYPE]: new WaitConditionProvider({ clock, handleSignals, resourceSignals, areWaitedFor }),
  };
  return cloudformation;
}
