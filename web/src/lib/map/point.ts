/** A place on the drawing: 1 unit is 10 m, x to the east, y to the south. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
