import { BEDROCK_PLACE_HINTS, BEDROCK_ROLE_HINTS, INTERNAL_ERROR, NO_ACCESS } from './bedrock-place-hints';
import { bedrockQuotaHints } from './bedrock-quota-hints';
import { denialHint } from './denial-hints';
import { ENCRYPTION_HINTS } from './encryption-hints';
import { hintIn, type Hint } from './hint';
import { MODEL_ACCESS_HINTS } from './model-access-hints';
import { NETWORK_HINTS } from './network-hints';
import { REQUEST_HINTS } from './request-hints';

/** What can be done about the reasons that model import gives. */
const HINTS: readonly Hint[] = [
  ...BEDROCK_ROLE_HINTS,
  [
    /custom model import.{0,60}(not available|not supported|unavailable)/i,
    "custom model import is there in some Regions only: AWS's page lists them",
  ],
  ...bedrockQuotaHints({
    none: 'the account may import no model',
    inUse:
      'the account imports as many models at once, or has as many imported models, as its quotas allow; let other jobs end, delete models, or ask for more in Service Quotas',
    inUseWords:
      /ServiceQuotaExceeded|maximum number of .{0,60}(jobs|models)|(number|limit) of (concurrent|imported) .{0,30}(jobs|models)/i,
  }),
  [
    /job name is currently in use/i,
    'the account has an import job with this name in this Region, whose record cannot be deleted; choose another name, or leave the name out',
  ],
  [
    /model name.{0,60}(in use|exists|taken)|(imported )?model .{0,80}already exists/i,
    'the account has an imported model with this name, which is that of the job; choose another name for the job, or leave the name out',
  ],
  ...ENCRYPTION_HINTS,
  ...NETWORK_HINTS,
  ...MODEL_ACCESS_HINTS,
  // before what stands in the names of files and folders, too
  [
    NO_ACCESS,
    "the job's role may not read the files of the model, or the key of the imported model does not let the role and the function use it; check bucket and key policies too",
  ],
  [
    /quanti[sz]|\b(int8|int4|fp8|awq|gptq|bitsandbytes|gguf)\b|(dtype|data type|precision).{0,60}(not|un)\s?support/i,
    'models are imported as FP32, FP16 or BF16: save the model in one of these, without quantization',
  ],
  [/\badapter\b|\blora\b/i, 'an adapter alone is not imported: merge it into its base model, and save that'],
  [
    /(architecture|model[_ ]type).{0,80}(not|un)\s?(support|recogni|known)|(not|un)\s?(support|recogni).{0,60}(architecture|model[_ ]type)/i,
    "AWS's page on custom model import lists the architectures, some of them for some Regions; 'architectures' in config.json says which one a model has",
  ],
  [
    /tokenizer/i,
    "the folder must have the files of the tokenizer, of a class that AWS's page on custom model import lists: save it beside the model with save_pretrained()",
  ],
  [
    /(config\.json|safetensors|weights|model files?).{0,80}(missing|not found|no such|invalid|not valid|corrupt|could not be (read|parsed|loaded))|(missing|no|invalid|corrupt).{0,40}(config\.json|safetensors|weight files?)/i,
    'config.json, weights as safetensors and the tokenizer must lie directly in the folder that the job is given, as save_pretrained() of the transformers library writes them',
  ],
  [
    /(model|weights).{0,60}exceeds? .{0,40}(size|limit|maximum)|too large|context length.{0,60}(exceeds|not support)/i,
    'AWS takes less than 200 GB of weights (100 GB of multimodal models), and a context of less than 128K tokens',
  ],
  ...REQUEST_HINTS,
  ...BEDROCK_PLACE_HINTS,
  INTERNAL_ERROR,
];

/** The hint for what Bedrock says of a failed import or a refused call, or `undefined` where it is none of these. */
export function importHint(message: string): string | undefined {
  return denialHint(message) ?? hintIn(HINTS, message);
}
