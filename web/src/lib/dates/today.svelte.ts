import { isoDay } from './day';

let day = $state(isoDay(new Date()));

/** What day it is, ISO 8601: by the browser until the server has said it, whose clock is right. */
export const clock = {
  get today(): string {
    return day;
  },
  tell(today: string): void {
    day = today;
  },
};
