import { useEffect, useMemo, useState } from 'preact/hooks';
import { clock, onDays, weekOf } from '../week.js';
import { useOptions } from './options.js';
import { useTranslation } from './parts.jsx';

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const LEFT = 44;
const HOUR = 28;
const TOP = 18;
const ROW = 30;
const BAR = 24;
const LETTER = 7;
const WIDTH = LEFT + 24 * HOUR + 12;
const HEIGHT = TOP + DAYS.length * ROW + 4;
const PAUSE_MS = 900;

/**
 * The week of a rota as it is filled in: who is there, and which hours are nobody's, drawn and in words.
 *
 * @param whom the field of a row in which its person is chosen
 */
export function Week({ rows, whom }) {
  const t = useTranslation();
  const people = useOptions(whom);
  const week = useMemo(() => weekOf(rows), [rows]);
  const names = new Map(people.map(({ value, label }) => [value, label]));
  const nameOf = (person) => names.get(person) ?? '';
  const said = words(week, nameOf, t);
  if (week.shifts.length === 0) {
    return <p class="muted">{t('week.empty')}</p>;
  }
  return (
    <figure class="week">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="week-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="week-gap-ground" width="6" height="6" />
            <rect class="week-gap-line" width="2" height="6" />
          </pattern>
        </defs>
        {HOURS.map((hour) => (
          <g key={hour}>
            <line class="week-line" x1={x(hour * 60)} y1={TOP} x2={x(hour * 60)} y2={HEIGHT} />
            <text class="week-hour" x={x(hour * 60)} y={TOP - 5}>
              {hour}
            </text>
          </g>
        ))}
        {DAYS.map((day) => (
          <text key={day} class="week-day" x="0" y={y(day) + BAR - 7}>
            {dayName(day, 'short')}
          </text>
        ))}
        {week.gaps.flatMap(onDays).map((part) => (
          <rect key={`gap ${part.day} ${part.from}`} class="week-gap" fill="url(#week-gap)" {...box(part)} />
        ))}
        {week.shifts.flatMap((shift) => onDays(shift).map((part) => ({ ...part, name: nameOf(shift.person) }))).map((part) => (
          <g key={`${part.name} ${part.day} ${part.from} ${part.to}`}>
            <rect class="week-shift" rx="3" {...box(part)} />
            <text class="week-name" x={x(part.from) + 5} y={y(part.day) + BAR - 7}>
              {fitting(part.name, part)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class={week.gaps.length > 0 ? 'week-words week-words--gaps' : 'week-words'}>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Announced text={said.join('. ')} />
      </figcaption>
    </figure>
  );
}

/** Told to a screen reader after a pause, and not with every key. */
function Announced({ text }) {
  const [told, tell] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => tell(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span class="visually-hidden" role="status">
      {told}
    </span>
  );
}

function words({ gaps, long }, nameOf, t) {
  return [
    ...(gaps.length === 0 ? [t('week.covered')] : gaps.map((gap) => t('week.gap', stretch(gap)))),
    ...long.map(({ person, minutes }) => t('week.long', nameOf(person), Math.floor(minutes / 60))),
  ];
}

/** "onsdag 13:00–18:00", or with both days where it runs over midnight. */
function stretch({ start, end }) {
  const [first, last] = [onDays({ start, end })[0], onDays({ start, end }).at(-1)];
  const until = last.to === 24 * 60 ? '24:00' : clock(last.to);
  return first.day === last.day && end - start <= 24 * 60
    ? `${dayName(first.day, 'long')} ${clock(start)}–${until}`
    : `${dayName(first.day, 'long')} ${clock(start)} – ${dayName(last.day, 'long')} ${until}`;
}

const dayName = (day, weekday) =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'da', { weekday, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, 1 + day)), // a Monday and the days after it
  );

const x = (minute) => LEFT + (minute / 60) * HOUR;
const y = (day) => TOP + day * ROW + (ROW - BAR) / 2;
const box = ({ day, from, to }) => ({ x: x(from), y: y(day), width: Math.max(1, x(to) - x(from) - 1), height: BAR });

function fitting(name, { from, to }) {
  const letters = Math.floor((x(to) - x(from) - 8) / LETTER);
  const first = name.split(' ')[0];
  return name.length <= letters ? name : first.length <= letters ? first : '';
}
