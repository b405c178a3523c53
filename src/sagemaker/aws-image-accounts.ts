import { Aws, CfnMapping, Stack } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';
import { BUILT_IN_REPOSITORIES } from './built-in-repositories';
import { invalid } from '../validation/invalid';
import { hasStandIn } from '../validation/stand-in';
import { isUnknown } from '../validation/unknown-value';

type Accounts = { readonly [region: string]: string };

/** The images of XGBoost and scikit-learn, which run scripts, too. */
const FRAMEWORKS: Accounts = {
  'af-south-1': '510948584623',
  'ap-east-1': '651117190479',
  'ap-northeast-1': '354813040037',
  'ap-northeast-2': '366743142698',
  'ap-northeast-3': '867004704886',
  'ap-south-1': '720646828776',
  'ap-south-2': '628508329040',
  'ap-southeast-1': '121021644041',
  'ap-southeast-2': '783357654285',
  'ap-southeast-3': '951798379941',
  'ap-southeast-4': '106583098589',
  'ca-central-1': '341280168497',
  'ca-west-1': '190319476487',
  'cn-north-1': '450853457545',
  'cn-northwest-1': '451049120500',
  'eu-central-1': '492215442770',
  'eu-central-2': '680994064768',
  'eu-north-1': '662702820516',
  'eu-south-1': '978288397137',
  'eu-south-2': '104374241257',
  'eu-west-1': '141502667606',
  'eu-west-2': '764974769150',
  'eu-west-3': '659782779980',
  'il-central-1': '898809789911',
  'me-central-1': '272398656194',
  'me-south-1': '801668240914',
  'sa-east-1': '737474898029',
  'us-east-1': '683313688378',
  'us-east-2': '257758044811',
  'us-gov-east-1': '237065988967',
  'us-gov-west-1': '414596584902',
  'us-iso-east-1': '833128469047',
  'us-isob-east-1': '281123927165',
  'us-isof-east-1': '108575199400',
  'us-isof-south-1': '124985052026',
  'us-west-1': '746614075791',
  'us-west-2': '246618743249',
};

/** The Regions in which all of the first algorithms of SageMaker are in one account. */
const ALGORITHMS: Accounts = {
  'af-south-1': '455444449433',
  'ap-east-1': '286214385809',
  'ap-northeast-3': '867004704886',
  'ap-south-1': '991648021394',
  'ap-south-2': '628508329040',
  'ap-southeast-1': '475088953585',
  'ap-southeast-3': '951798379941',
  'ap-southeast-4': '106583098589',
  'ca-central-1': '469771592824',
  'ca-west-1': '190319476487',
  'cn-north-1': '390948362332',
  'cn-northwest-1': '387376663083',
  'eu-central-2': '680994064768',
  'eu-north-1': '669576153137',
  'eu-south-1': '257386234256',
  'eu-south-2': '104374241257',
  'eu-west-2': '644912444149',
  'eu-west-3': '749696950732',
  'il-central-1': '898809789911',
  'me-central-1': '272398656194',
  'me-south-1': '249704162688',
  'sa-east-1': '855470959533',
  'us-gov-east-1': '237065988967',
  'us-gov-west-1': '226302683700',
  'us-iso-east-1': '490574956308',
  'us-isob-east-1': '765400339828',
  'us-isof-east-1': '108575199400',
  'us-isof-south-1': '124985052026',
  'us-west-1': '632365934929',
};

const TABULAR: Accounts = {
  ...ALGORITHMS,
  'ap-northeast-1': '351501993468',
  'ap-northeast-2': '835164637446',
  'ap-southeast-2': '712309505854',
  'eu-central-1': '664544806723',
  'eu-west-1': '438346466558',
  'us-east-1': '382416733822',
  'us-east-2': '404615174143',
  'us-west-2': '174872318107',
};

const TEXT_AND_VISION: Accounts = {
  ...ALGORITHMS,
  'ap-northeast-1': '501404015308',
  'ap-northeast-2': '306986355934',
  'ap-southeast-2': '544295431143',
  'eu-central-1': '813361260812',
  'eu-west-1': '685385470294',
  'us-east-1': '811284229777',
  'us-east-2': '825641698319',
  'us-west-2': '433757028032',
};

const FORECASTING: Accounts = {
  ...ALGORITHMS,
  'ap-northeast-1': '633353088612',
  'ap-northeast-2': '204372634319',
  'ap-southeast-2': '514117268639',
  'eu-central-1': '495149712605',
  'eu-west-1': '224300973850',
  'us-east-1': '522234722520',
  'us-east-2': '566113047672',
  'us-west-2': '156387875391',
};

/** The images that evaluate the rules of SageMaker Debugger. */
const DEBUGGER: Accounts = {
  'af-south-1': '314341159256',
  'ap-east-1': '199566480951',
  'ap-northeast-1': '430734990657',
  'ap-northeast-2': '578805364391',
  'ap-northeast-3': '479947661362',
  'ap-south-1': '904829902805',
  'ap-southeast-1': '972752614525',
  'ap-southeast-2': '184798709955',
  'ca-central-1': '519511493484',
  'cn-north-1': '618459771430',
  'cn-northwest-1': '658757709296',
  'eu-central-1': '482524230118',
  'eu-north-1': '314864569078',
  'eu-south-1': '563282790590',
  'eu-west-1': '929884845733',
  'eu-west-2': '250201462417',
  'eu-west-3': '447278800020',
  'me-south-1': '986000313247',
  'sa-east-1': '818342061345',
  'us-east-1': '503895931360',
  'us-east-2': '915447279597',
  'us-gov-west-1': '515509971035',
  'us-west-1': '685455198987',
  'us-west-2': '895741380848',
};

/**
 * The AWS Deep Learning Containers in the Regions whose account aws-cdk-lib does not know: 2.230.0 knows none of these,
 * 2.276.0 `me-west-1` only, though some of the Regions are of 2020. All repositories of a Region are in one account.
 *
 * @see https://github.com/aws/sagemaker-python-sdk (`image_uri_config` in sagemaker-core 2.27.0, 2026-11-29)
 */
const OTHER_DEEP_LEARNING: Accounts = {
  'af-south-1': '626614931356',
  'ap-northeast-3': '364406365360',
  'ap-southeast-5': '550225433462',
  'ap-southeast-7': '590183813437',
  'ca-west-1': '204538143572',
  'eu-isoe-west-1': '371248457586',
  'il-central-1': '780543022126',
  'me-west-1': '124382933778',
  'mx-central-1': '637423239942',
  'us-gov-east-1': '446045086412',
  'us-gov-west-1': '442386744353',
  'us-iso-east-1': '886529160074',
  'us-isob-east-1': '094389454867',
};

/** The accounts of the registries in which AWS keeps its algorithms. */
const REGISTRIES = {
  Frameworks: FRAMEWORKS,
  Tabular: TABULAR,
  TextAndVision: TEXT_AND_VISION,
  Forecasting: FORECASTING,
  Debugger: DEBUGGER,
};

/** Whether it is one of the accounts in which AWS keeps the images of its algorithms. */
export function isAccountOfAlgorithms(accountId: string): boolean {
  return Object.values(REGISTRIES).some((accounts) => Object.values(accounts).includes(accountId));
}

/**
 * The account in which AWS keeps the image of an algorithm: another one in each Region. It is looked up by the deployment
 * where the Region of the stack is not known before.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg-ecr-paths/sagemaker-algo-docker-registry-paths.html
 */
export function imageAccountOf(scope: Construct, repositoryName: string, member = 'algorithm.image'): string {
  const registry = BUILT_IN_REPOSITORIES.get(repositoryName)?.registry;
  const stack = Stack.of(scope);
  // a repository that has yet to be looked up is in one account or another
  if (!registry && hasStandIn(repositoryName)) return stack.account;
  if (!registry) {
    const names = [...BUILT_IN_REPOSITORIES].filter((each) => each[1].registry !== undefined).map(([name]) => name);
    throw invalid(
      scope,
      member,
      `the repository of a built-in algorithm: ${names.join(', ')}; or of another, with its 'accountId'`,
      repositoryName,
    );
  }
  const accounts: Accounts = REGISTRIES[registry];
  if (isUnknown(stack.region)) return mappingOf(stack, registry, accounts).findInMap(Aws.REGION, 'account');
  const account = accounts[stack.region];
  if (account !== undefined) return account;
  const regions = Object.keys(accounts).join(', ');
  const allowed = `used in a Region whose account for '${repositoryName}' is known (${regions}), or with an 'accountId'`;
  throw invalid(scope, member, allowed, stack.region);
}

/** The account in which AWS keeps the Deep Learning Containers: another one in each Region, looked up as the others are. */
export function deepLearningAccountOf(scope: Construct, member: string): string {
  const accounts: { [region: string]: string } = { ...OTHER_DEEP_LEARNING };
  for (const { name, dlcRepositoryAccount } of RegionInfo.regions) {
    if (dlcRepositoryAccount !== undefined) accounts[name] = dlcRepositoryAccount;
  }
  const stack = Stack.of(scope);
  if (isUnknown(stack.region)) return mappingOf(stack, 'DeepLearning', accounts).findInMap(Aws.REGION, 'account');
  const account = accounts[stack.region];
  if (account !== undefined) return account;
  const allowed = "used in a Region whose account for AWS Deep Learning Containers is known, or with an 'accountId'";
  throw invalid(scope, member, allowed, stack.region);
}

function mappingOf(stack: Stack, name: string, accounts: Accounts): CfnMapping {
  const id = `cdk-ml-jobs.ImageAccounts.${name}`;
  const existing = stack.node.tryFindChild(id) as CfnMapping | undefined;
  if (existing) return existing;
  const mapping = Object.fromEntries(Object.entries(accounts).map(([region, account]) => [region, { account }]));
  return new CfnMapping(stack, id, { mapping });
}
