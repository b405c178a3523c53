/** Prices that others have published, of which an estimate is made. */
export interface PriceTable {
  readonly region: string;
  /** The month of the newest source. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** Dollars for an hour of an instance, on demand. */
  readonly perHour: { readonly [instanceType: string]: number };
}

/**
 * A table that AWS publishes with a tool whose default Region is us-east-1, of 26 January 2025. It has one price for a type, whatever
 * the instance does. Left out are its P4 and P5 instances, for AWS has lowered prices of these families in June 2025
 * (https://www.usage.ai/blogs/aws/ai-ml-cost/llm-cost-optimization-aws/, read in November 2026), and today's were not found, and its trn1.32xlarge: 28.497 is what trn1n.32xlarge
 * costs by the rule of the others, 15 % more than in EC2.
 */
const BENCHMARKING_TOOL = {
  source:
    'https://github.com/aws-samples/foundation-model-benchmarking-tool/blob/39ce6b9c3572bf620a60c288c5b473462c5bc2eb/fmbench/configs/pricing_fallback.yml',
  perHour: {
    'ml.c5.xlarge': 0.204,
    'ml.c5.2xlarge': 0.408,
    'ml.c5.4xlarge': 0.816,
    'ml.c7i.xlarge': 0.214,
    'ml.g4dn.xlarge': 0.7364,
    'ml.g4dn.2xlarge': 0.94,
    'ml.g4dn.4xlarge': 1.505,
    'ml.g4dn.8xlarge': 2.72,
    'ml.g4dn.12xlarge': 4.89,
    'ml.g4dn.16xlarge': 5.44,
    'ml.g5.xlarge': 1.4084,
    'ml.g5.2xlarge': 1.515,
    'ml.g5.4xlarge': 2.03,
    'ml.g5.8xlarge': 3.06,
    'ml.g5.12xlarge': 7.09,
    'ml.g5.24xlarge': 10.18,
    'ml.g5.48xlarge': 20.36,
    'ml.g6.2xlarge': 1.222,
    'ml.g6.12xlarge': 5.752,
    'ml.g6.16xlarge': 4.246,
    'ml.g6.24xlarge': 8.344,
    'ml.g6.48xlarge': 16.688,
    'ml.inf2.xlarge': 0.99,
    'ml.inf2.8xlarge': 2.36,
    'ml.inf2.24xlarge': 7.79,
    'ml.inf2.48xlarge': 15.58,
    'ml.m5.xlarge': 0.23,
    'ml.p3.2xlarge': 3.825,
  },
};

/** What a program's wiki tells its teams, who work in us-east-1, of 29 April 2025: the six prices that both have are the same. */
const TEAM_WIKI = {
  source:
    'https://github.com/JHUAPL-DTC-TA2/wiki/blob/2b48144868afcfec7b2f51b3e7621a0a1d981073/docs/sagemaker_instances.md',
  perHour: {
    'ml.c5.9xlarge': 1.836,
    'ml.m5.large': 0.115,
    'ml.m5.2xlarge': 0.461,
    'ml.p3.8xlarge': 14.688,
    'ml.r5.8xlarge': 2.419,
    'ml.r5.16xlarge': 4.838,
  },
};

/**
 * What an hour of an instance has cost in SageMaker. A type that is not here has no price: none is made up.
 *
 * @see https://aws.amazon.com/sagemaker/ai/pricing/ for those of today
 */
export const INSTANCE_PRICES: PriceTable = {
  region: 'us-east-1',
  asOf: '2025-04',
  sources: [BENCHMARKING_TOOL.source, TEAM_WIKI.source],
  perHour: { ...BENCHMARKING_TOOL.perHour, ...TEAM_WIKI.perHour },
};
