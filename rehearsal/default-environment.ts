import type { Environment } from './environment';

/** Where a stack is deployed whose assembly does not say. */
export const DEFAULT_ENVIRONMENT: Environment = { account: '111122223333', region: 'us-east-1' };
