/** Something that cannot be done now, or was asked for wrongly: shown to whoever asked, as it is. */
export class Refusal extends Error {
  /** @param status 400 for a wrong request, 404 for what is not there, 409 for the wrong moment */
  public constructor(
    message: string,
    public readonly status: 400 | 404 | 409 = 409,
  ) {
    super(message);
    this.name = "Refusal";
  }
}
