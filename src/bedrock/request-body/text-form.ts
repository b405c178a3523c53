import { shortened } from '../input/record-fault';

/** What a text is, where it says more than itself. */
export type TextForm =
  | 'words'
  | 'stop sequence'
  | 'beginning'
  | 'bytes'
  | 'data URI'
  | 'document name'
  | 'S3 URI'
  | 'guardrail'
  | 'guardrail version'
  | 'JSON pointer';

/** How much is looked at of a text of bytes: it may be a video. */
const LOOKED_AT = 60;
const BASE64_BEGINNING = /^[A-Za-z0-9+/]{60}/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}\s*$/;
/** What the reference of the API lists for the name of a document. */
const DOCUMENT_NAME = /^(?!.*\s\s)[\p{L}\p{N}\s()[\]-]{1,200}$/u;
/** An object in S3. */
export const S3_URI = /^s3:\/\/[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]\/./;
export const S3_OBJECT = "the S3 URI of an object, such as 's3://bucket/folder/image.png'";
const PATTERNS = {
  'document name': DOCUMENT_NAME,
  'S3 URI': S3_URI,
  // as the API's model has them
  guardrail: /^([a-z0-9]+|arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:\d{12}:guardrail\/[a-z0-9]+)$/,
  'guardrail version': /^([1-9]\d{0,7}|DRAFT)$/,
  // RFC 6901
  'JSON pointer': /^(?:\/(?:[^~/]|~[01])*)+$/,
};
const SPACE = 0x20;

/** Whether a text, which is not empty, has a form. */
export function hasForm(form: TextForm, text: string): boolean {
  switch (form) {
    case 'beginning':
      return text === text.trimEnd();
    case 'words':
    case 'stop sequence':
      // almost all begin with a letter
      return text.charCodeAt(0) > SPACE || text.trim() !== '';
    case 'bytes':
      return text.length > LOOKED_AT ? BASE64_BEGINNING.test(text) : BASE64.test(text);
    case 'data URI':
      return text.startsWith('data:');
    default:
      return PATTERNS[form].test(text);
  }
}

/** What a text should be that does not have a form, and the id of the warning, where only a page says so. */
export function formText(form: TextForm, text: string): { readonly text: string; readonly warning?: string } {
  switch (form) {
    case 'words':
      return {
        text: 'has nothing but spaces, which the APIs of models refuse: leave the text out, or say something',
        warning: 'recordBlank',
      };
    case 'stop sequence':
      return {
        text: 'has nothing but spaces, which the API refuses: a sequence must have a character that can be seen',
      };
    case 'beginning':
      return {
        text: 'ends with a space or a line break, which the API refuses of an answer that it goes on with: cut it off',
      };
    case 'bytes':
      return text.startsWith('data:')
        ? { text: 'must be Base64 alone, without the beginning of a data URI' }
        : { text: 'must be the bytes themselves as Base64, which has letters, digits, + and / only' };
    case 'data URI':
      return { text: "must be a data URI, such as 'data:image/png;base64,…'" };
    case 'guardrail':
      return { text: `must be the id or the ARN of a guardrail, got ${shortened(text)}` };
    case 'guardrail version':
      return { text: `must be the number of a version, or 'DRAFT', got ${shortened(text)}` };
    case 'JSON pointer':
      return {
        text: `must be a JSON pointer, such as '/stop_sequence', got ${shortened(text)}: the API refuses any other`,
      };
    case 'S3 URI':
      return { text: `should be ${S3_OBJECT}, got ${shortened(text)}`, warning: 'recordUri' };
    case 'document name':
      return {
        text: 'should have letters, digits, single spaces, hyphens, parentheses and square brackets only, up to 200 of them: the API takes no others, such as the dot of a file name',
        warning: 'recordName',
      };
  }
}
