import { language, t } from '../signin/words.js';

/** Numbers, money and times as people say them, in the page's language and the site's time zone. */

const DAY = 86_400_000;

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const formats = new Map();

/** The site's time zone, as in `Asia/Ho_Chi_Minh`. */
export function useZone(name) {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    zone = name;
    formats.clear();
  } catch {
    // a zone this browser does not know: its own is the best there is
  }
}

function format(options) {
  const key = language() + JSON.stringify(options);
  if (!formats.has(key)) {
    const locale = language() === 'vi' ? 'vi-VN' : 'en-GB';
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

const tags = { vi: 'vi-VN', en: 'en-GB' };

/** 4.000 ₫ */
export function money(dong) {
  return new Intl.NumberFormat(tags[language()], { style: 'currency', currency: 'VND', maximumFractionDigits: 0 }).format(dong ?? 0);
}

/** 1,2 tr ₫: for axes, where there is little room. */
export function shortMoney(dong) {
  return new Intl.NumberFormat(tags[language()], { notation: 'compact', maximumFractionDigits: 1 }).format(dong ?? 0);
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(tags[language()], { maximumFractionDigits: digits }).format(value ?? 0);
}

export function percent(share) {
  return new Intl.NumberFormat(tags[language()], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** 2026-11-21, the day at the site. */
export function isoDay(when = new Date()) {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(when));
}

/** The day `days` after `day`, both as 2026-11-21. */
export function plusDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 09:41:12 */
export function clock(when, seconds = false) {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return format(seconds ? { ...options, second: '2-digit' } : options).format(new Date(when));
}

/** 09:41 today, "hôm qua 17:52", else with the day. */
export function moment(when, now = Date.now()) {
  const day = isoDay(when);
  const today = isoDay(now);
  if (day === today) {
    return clock(when);
  }
  if (day === plusDays(today, -1)) {
    return t('time.yesterday', { time: clock(when) });
  }
  const [year, month, date] = day.split('-');
  const short = year === today.slice(0, 4) ? `${date}/${month}` : `${date}/${month}/${year}`;
  return t('time.on', { day: short, time: clock(when) });
}

/** All of it: for what may be disputed. */
export function exactly(when) {
  return `${clock(when, true)} · ${fullDay(when)}`;
}

/** Thứ 7 21/11/2026 */
export function fullDay(when) {
  const [year, month, date] = isoDay(when).split('-');
  return `${format({ weekday: 'short' }).format(new Date(when))} ${date}/${month}/${year}`;
}

/** A day that is given as 2026-11-21, whatever the zone. */
export function dayName(day, weekday = false) {
  const [, month, date] = day.split('-');
  const name = new Intl.DateTimeFormat(tags[language()], { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(`${day}T00:00:00Z`));
  return weekday ? `${name} ${date}/${month}` : `${date}/${month}`;
}

/** 2 giờ 29 phút */
export function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) {
    return t('time.days', { days, hours: hours % 24 });
  }
  if (hours > 0) {
    return t('time.hours', { hours, minutes: minutes % 60 });
  }
  return t('time.minutes', { minutes });
}

/** "12 giây trước" */
export function ago(when, now = Date.now()) {
  const seconds = Math.round((new Date(when).getTime() - now) / 1000);
  const relative = new Intl.RelativeTimeFormat(tags[language()], { numeric: 'always', style: 'long' });
  const abs = Math.abs(seconds);
  if (abs < 60) {
    return relative.format(Math.min(seconds, 0), 'second');
  }
  if (abs < 3600) {
    return relative.format(Math.trunc(seconds / 60), 'minute');
  }
  return abs < 86_400 ? relative.format(Math.trunc(seconds / 3600), 'hour') : relative.format(Math.trunc(seconds / 86_400), 'day');
}

/** 412 MB */
export function bytes(count) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = count > 0 ? Math.min(Math.floor(Math.log10(count) / 3), units.length - 1) : 0;
  const options = { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step > 2 ? 1 : 0 };
  return new Intl.NumberFormat(tags[language()], options).format(count / 1000 ** step);
}
