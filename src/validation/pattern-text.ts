/** What the commonest patterns of the services ask for. Any other is shown as it is. */
const TEXTS: { readonly [pattern: string]: string } = {
  '.*': ' without line breaks',
  '.+': ' without line breaks',
  '(?!\\s*$).+': ' without line breaks, of which one at least is no space',
  '[\\S]+': ' without spaces',
  '[\\S\\s]*': '',
  '[\\S\\s]+': '',
  '[0-9]{12}': ': the 12 digits of an account',
  '\\d+K': ": digits and 'K'",
  '[0-9a-zA-Z]{10}': ': an id of 10 letters and digits',
  '[-0-9a-zA-Z]+': ': letters, digits and hyphens',
  '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}': ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}': ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}': ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?':
    ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}': ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?':
    ': letters, digits and hyphens, beginning and ending with a letter or digit',
  '[a-zA-Z0-9][a-zA-Z0-9+\\-.]*': ': letters, digits, hyphens, plus signs and dots, beginning with a letter or digit',
  '[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*':
    ': letters, digits, hyphens, plus signs and dots, beginning with a letter or digit',
  '([0-9a-zA-Z][_-]?){1,63}': ': letters and digits, with single hyphens and underscores between or after them',
  '([0-9a-zA-Z][_-]?)+': ': letters and digits, with single hyphens and underscores between or after them',
  '[A-Za-z0-9\\.\\-_]+': ': letters, digits, dots, hyphens and underscores',
  '[a-zA-Z_][a-zA-Z0-9_]*': ': letters, digits and underscores, not beginning with a digit',
  '[a-zA-Z_][a-zA-Z0-9_]{0,1023}': ': letters, digits and underscores, not beginning with a digit',
  '[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*': ': letters and digits, with single hyphens between them',
  '[0-9]\\.[A-Za-z0-9.]+': ": a version such as '1.13'",
  '[a-zA-Z0-9:/_-]*': ': the id, ARN or alias of a key',
  '(https|s3)://([^/]+)/?(.*)': ": an S3 URI, such as 's3://bucket/key'",
  "s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?":
    ": an S3 URI, which begins with 's3://', whose bucket has lower-case letters, digits, dots and hyphens only, and whose key has letters, digits and -!_*'(). only, between single slashes",
  '(fs-[0-9a-f]{8,})': ": the id of a file system, such as 'fs-0123abcd'",
  '([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)': ': letters, digits, spaces and _.:/=+-@',
  '[a-zA-Z0-9\\s._:/=+@-]*': ': letters, digits, spaces and _.:/=+-@',
  '[a-zA-Z0-9\\s._:/=+$@-]{1,256}': ': letters, digits, spaces and ._:/=+$@-',
  '[a-zA-Z0-9\\s._:/=+$@-]{0,256}': ': letters, digits, spaces and ._:/=+$@-',
  'arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+': ': the ARN of a role',
  'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+': ': the ARN of a role',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-:]{1,63}/[a-z0-9]{12}$)|(:foundation-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)$)|([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+$)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)':
    ': the id or the ARN of a model, or of an inference profile',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2})))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)':
    ': the id or the ARN of a foundation model, or the ARN of a custom model',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:((:foundation-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)$)|([0-9]{12}:inference-profile/[a-zA-Z0-9-:.]+$)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})':
    ': the id or the ARN of a foundation model, or of an inference profile',
  'arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?':
    ': the ARN of a function',
  '(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)':
    ': the id, the ARN or the alias of a key',
  'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*': ': the ARN of a training plan',
  'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}':
    ': the ARN of a version of a model package',
  'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}':
    ': the ARN of a group of model packages',
  '(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)':
    ': a name of letters, digits and hyphens, or an ARN',
  '(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?':
    ': the ARN of a data set in a hub',
  '(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?':
    ': the ARN of a model in a hub',
  '[a-z0-9](-*[a-z0-9]){0,62}': ': lower-case letters, digits and hyphens, beginning and ending with a letter or digit',
  '[0-9a-zA-Z-_.]+': ': letters, digits, dots, hyphens and underscores',
  '[0-9a-zA-Z-_]+': ': letters, digits, hyphens and underscores',
  '[a-zA-Z0-9]([a-zA-Z0-9._-]){0,255}':
    ': letters, digits, dots, hyphens and underscores, beginning with a letter or digit',
  '[0-9a-zA-Z]+': ': letters and digits',
  '[\\s\\S]+': '',
  '[a-z0-9]+': ': lower-case letters and digits',
  '(([1-9][0-9]{0,7})|(DRAFT))': ": a number, or 'DRAFT'",
  's3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/.{1,1024}': ": the S3 URI of an object, such as 's3://bucket/key'",
  '.*[a-z]{1,20}/.{1,20}.*': ": a media type, such as 'text/plain'",
  '[A-Za-z0-9+/]+={0,2}': ': bytes in Base64',
  'arn:aws(-[^:]+)?:sagemaker:[a-z0-9-]{1,20}:[0-9]{12}:flow-definition/.*': ': the ARN of a flow definition',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:((:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|([0-9]{12}:provisioned-model/[a-z0-9]{12})|([0-9]{12}:imported-model/[a-z0-9]{12})|([0-9]{12}:application-inference-profile/[a-z0-9]{12})|([0-9]{12}:inference-profile/(([a-z-]{2,8}.)[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63})))|([0-9]{12}:(default-prompt-router|prompt-router)/[a-zA-Z0-9-:.]+)))|(([a-z]{2,4}[.]{1})([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63})))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|arn:aws(-[^:]+)?:sagemaker:[a-z0-9-]{1,20}:[0-9]{12}:endpoint/[a-z0-9-]{1,63}':
    ': the id of a foundation model or of an inference profile, or the ARN of a model, of a profile, of a prompt router or of an endpoint of SageMaker',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:((:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|([0-9]{12}:inference-profile/(([a-z-]{2,8}.)[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63})))))$|(^[a-z0-9-]+[.][a-z0-9-]+([.][a-z0-9-]+)*(:[a-z0-9-]+)?$)|^[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}(/[a-z0-9]{12}|)':
    ': the id or the ARN of a foundation model, or of an inference profile',
  '(arn:aws(-[^:]+)?:(bedrock|sagemaker):[a-z0-9-]{1,20}:([0-9]{12})?:([a-z-]+/)?)?([a-zA-Z0-9.-]{1,63}){0,2}(([:][a-z0-9-]{1,63}){0,2})?(/[a-z0-9]{1,12})?':
    ': the id or the ARN of a model, or of an inference profile',
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}::foundation-model/(.*))?': ': the ARN of a foundation model',
};

/** What a pattern asks for, as it follows a length. */
export function patternText(pattern: string): string {
  return TEXTS[pattern] ?? ` of the form ${pattern}`;
}
