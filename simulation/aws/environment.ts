import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Service } from './authorize';
import { SINGLE_PATIENCE, JOB_SERVICE_PATIENCE, type Patience, STATES_PATIENCE } from './call-course';
import type { Host } from './host';
import { createHandler, jobKinds, type ObjectStore } from '../handler-under-test';
import type { Monitor } from '../monitor';
import { withRememberedRequests } from '../remembered-requests';
import type { Surroundings } from '../surroundings';

type Input = { readonly [member: string]: unknown };

type World = Surroundings & { readonly monitor: Monitor };

/** The real handler with clients of simulated services: used again for one invocation after the other, as Lambda does. */
export class Environment {
  public readonly handler: ReturnType<typeof createHandler>;
  /** The invocation that it works for. */
  public host?: Host;

  constructor(world: World) {
    const clients = (patience: Patience) => ({
      bedrock: this.client(BedrockClient, 'bedrock', patience),
      bedrockAgent: this.client(BedrockAgentClient, 'bedrock', patience),
      sagemaker: this.client(SageMakerClient, 'sagemaker', patience),
    });
    this.handler = createHandler({
      sfn: this.client(SFNClient, 'states', STATES_PATIENCE),
      kinds: withRememberedRequests(jobKinds(clients(JOB_SERVICE_PATIENCE), clients(SINGLE_PATIENCE), this.store())),
      now: () => new Date(world.now),
      random: world.random,
      sleep: (ms) => this.host!.sleep(ms / 1000),
      log: (entry) => world.monitor.seeLog(entry),
      put: (url, body) => this.host!.put(url, body),
    });
  }

  /** What jobs have written. */
  private store(): ObjectStore {
    const call = async (operation: string, input: Input, member: string) => {
      const answer = await this.host!.call({ service: 's3', operation, input, patience: JOB_SERVICE_PATIENCE });
      return (answer as { readonly [member: string]: readonly string[] })[member];
    };
    return {
      async *keys(bucket, prefix) {
        yield* await call('ListObjectsV2', { bucket, prefix }, 'keys');
      },
      async *lines(bucket, key) {
        yield* await call('GetObject', { bucket, key }, 'lines');
      },
    };
  }

  /** A client that is one by its class, for paginators ask for that. */
  private client<T>(type: { readonly prototype: T }, service: Service, patience: Patience): T {
    return Object.assign(Object.create(type.prototype as object) as object, {
      send: ({ constructor, input }: { readonly constructor: { readonly name: string }; readonly input: Input }) =>
        this.host!.call({ service, operation: operationIn(constructor.name), input, patience }),
    }) as T;
  }
}

/** Environments that nobody uses now. */
export class Environments {
  private readonly idle: Environment[] = [];

  constructor(private readonly world: World) {}

  public take(): Environment {
    return this.idle.pop() ?? new Environment(this.world);
  }

  public giveBack(environment: Environment): void {
    this.idle.push(environment);
  }
}

/** A bundler may have numbered the class of a command. */
function operationIn(commandName: string): string {
  return commandName.slice(0, commandName.lastIndexOf('Command'));
}
