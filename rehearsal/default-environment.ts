/** Where a stack is deployed whose assembly does not say. */
export const DEFAULT_ENVIRONMENT = { account: '111122223333', region: 'us-east-1' } as const;
