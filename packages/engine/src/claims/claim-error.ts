/** A claim's test cannot be read, or asks for something that does not exist. `message` says what was found and what is allowed. */
export class ClaimError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClaimError';
  }
}
