// Dates and times as form-js serialises them, and as the browser's pickers want them.

const two = (number) => String(number).padStart(2, '0');

/** What the pickers show for a value: {date: 'YYYY-MM-DD', time: 'HH:mm'} in the reader's own time zone. */
export function split(value, { subtype = 'date' }) {
  const nothing = { date: '', time: '' };
  if (typeof value !== 'string' || value === '') {
    return nothing;
  }
  if (subtype === 'date') {
    return { ...nothing, date: /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '' };
  }
  const moment = new Date(subtype === 'time' ? `${dateOf(new Date())}T${value}` : value);
  if (Number.isNaN(moment.getTime())) {
    return nothing;
  }
  return { date: subtype === 'time' ? '' : dateOf(moment), time: `${two(moment.getHours())}:${two(moment.getMinutes())}` };
}

/** The value for what the pickers show; null until it is complete. */
export function join({ date, time }, { subtype = 'date', timeSerializingFormat }) {
  if (subtype === 'date') {
    return date || null;
  }
  if (!time || (subtype === 'datetime' && !date)) {
    return null;
  }
  const moment = new Date(`${subtype === 'time' ? dateOf(new Date()) : date}T${time}`);
  if (Number.isNaN(moment.getTime())) {
    return null;
  }
  const prefix = subtype === 'time' ? '' : `${date}T`;
  if (timeSerializingFormat === 'utc_normalized') {
    const utc = moment.toISOString();
    return subtype === 'time' ? `${utc.slice(11, 16)}Z` : `${utc.slice(0, 16)}Z`;
  }
  return prefix + time + (timeSerializingFormat === 'no_timezone' ? '' : offset(moment));
}

const dateOf = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

function offset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
