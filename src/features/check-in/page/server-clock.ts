/** How far the server's clock is from this device's, as the last answer told. */
export class ServerClock {
  #offset = 0;

  /** The server's time now, in ms, as well as this device knows it. */
  now(): number {
    return Date.now() + this.#offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Goes on from what was known before. */
  restore(offset: number): void {
    this.#offset = offset;
  }

  /**
   * Learns from an answer; half of the way there and back is taken as the way back.
   *
   * @param serverNow what the answer says
   * @param askedAt when the question left, by this device's clock
   */
  heard(serverNow: number, askedAt: number): void {
    const heardAt = Date.now();
    this.#offset = serverNow + (heardAt - askedAt) / 2 - heardAt;
  }
}
