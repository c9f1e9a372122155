const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const DAY = 24 * 60;
const WEEK = 7 * DAY;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The longest that somebody should be on duty without a break, in minutes; more is said and not refused (R220). */
const LONGEST = DAY;

/**
 * The week of a rota as the server reads it (Rota.java, R220): a shift that does not end after it begins runs past
 * midnight, and Sunday night runs into Monday. Rows that are not filled in yet count for nothing.
 *
 * @returns {{shifts: {person: string, start: number, end: number}[], gaps: {start: number, end: number}[],
 *   long: {person: string, minutes: number}[]}} in minutes since Monday 00:00; a shift and a gap may end after Sunday
 */
export function weekOf(rows) {
  const shifts = rows.flatMap(({ weekdays, from, to, person }) => {
    if (!TIME.test(from ?? '') || !TIME.test(to ?? '')) {
      return [];
    }
    const [begin, finish] = [minutes(from), minutes(to)];
    const length = finish > begin ? finish - begin : finish + DAY - begin;
    return (weekdays ?? [])
      .filter((day) => DAYS.includes(day))
      .map((day) => DAYS.indexOf(day) * DAY + begin)
      .map((start) => ({ person: person ?? '', start, end: start + length }));
  });
  const people = [...new Set(shifts.map(({ person }) => person))].filter(Boolean);
  return {
    shifts,
    gaps: openHours(shifts),
    long: people
      .map((person) => ({ person, minutes: longestRun(shifts.filter((shift) => shift.person === person)) }))
      .filter(({ minutes: run }) => run > LONGEST),
  };
}

/** A gap as the server names it, such as "WED 13:00–WED 18:00". */
export const codeOf = ({ start, end }) =>
  `${DAYS[Math.floor(start / DAY)]} ${clock(start)}–${DAYS[Math.floor((end % WEEK) / DAY)]} ${clock(end)}`;

export const clock = (minute) =>
  `${String(Math.floor((minute % DAY) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The parts of a stretch on each day it touches: what a row of the drawing shows. */
export function onDays({ start, end }) {
  const parts = [];
  for (let at = start; at < end; ) {
    const stop = Math.min(end, (Math.floor(at / DAY) + 1) * DAY);
    parts.push({ day: Math.floor((at % WEEK) / DAY), from: at % DAY, to: ((stop - 1) % DAY) + 1 });
    at = stop;
  }
  return parts;
}

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function covered(shifts) {
  const week = new Uint8Array(WEEK);
  for (const { start, end } of shifts) {
    for (let minute = start; minute < end; minute++) {
      week[minute % WEEK] = 1;
    }
  }
  return week;
}

function openHours(shifts) {
  const week = covered(shifts);
  const gaps = [];
  for (let start = week.indexOf(0); start >= 0; ) {
    const stop = week.indexOf(1, start);
    gaps.push({ start, end: stop < 0 ? WEEK : stop });
    start = stop < 0 ? -1 : week.indexOf(0, stop);
  }
  return gaps;
}

/** The longest stretch without a break, also over the end of the week. */
function longestRun(shifts) {
  const week = covered(shifts);
  if (!week.includes(0)) {
    return WEEK;
  }
  let longest = 0;
  let run = 0;
  const first = week.indexOf(0);
  for (let step = 1; step <= WEEK; step++) {
    run = week[(first + step) % WEEK] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
