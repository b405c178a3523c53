/** Why the parser of JSON refuses a text, as it says it, without the part of the text that it may show. */
export function parserReason({ message }: SyntaxError): string {
  return message.replace(/,\s+(\.\.\.)?".*is not valid JSON$/s, '').replace(/ in JSON(?= at )| \(line 1 .*\)$/g, '');
}
