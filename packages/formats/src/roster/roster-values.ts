import type { Month } from '@khac-sau/engine'

/** In Vietnamese order, as Excel prints it, or ISO; a year alone is enough. `null` when it is no such day. */
export function readBirthday(text: string): string | null {
  const year = /^(?:năm |sinh năm )?(\d{4})$/iu.exec(text)?.[1]
  if (year !== undefined) return isBirthYear(Number(year)) ? year : null
  const date = readDate(text)
  return date !== null && isBirthYear(date.year) ? isoDate(date) : null
}

/** `2026-01`, `01/2026`, `tháng 1/2026`, `tháng 1 năm 2026`, or the month of a whole date. */
export function readMonth(text: string): Month | null {
  const date = readDate(text)
  if (date !== null) return isMonthYear(date.year) ? monthOf(date.year, date.month) : null
  const backward = /^(\d{4})\s?[-/.]\s?(\d{1,2})$/.exec(text)
  if (backward) return monthFrom(backward[1], backward[2])
  const forward = /^(?:tháng\s?|thang\s?|t\.?\s?)?(\d{1,2})\s?(?:[-/.]|\s(?:năm|nam)\s)\s?(\d{4})$/iu.exec(text)
  return forward ? monthFrom(forward[2], forward[1]) : null
}

/** As an office writes it: 05/04/1960, or 1960. */
export function writeBirthday(birthday: string): string {
  const [year = '', month, day] = birthday.split('-')
  return month === undefined || day === undefined ? year : `${day}/${month}/${year}`
}

/** 01/2026. */
export function writeMonth(month: Month): string {
  const [year, number] = month.split('-')
  return `${number}/${year}`
}

type DateParts = { readonly year: number; readonly month: number; readonly day: number }

function readDate(text: string): DateParts | null {
  const vietnamese = /^(?:ngày\s)?(\d{1,2})\s?(?:[-/.]|\stháng\s)\s?(\d{1,2})\s?(?:[-/.]|\snăm\s)\s?(\d{4})$/iu.exec(
    text,
  )
  const [, day, month, year] = vietnamese ?? []
  if (vietnamese) return existing(Number(year), Number(month), Number(day))
  // Behind it Excel may print a time of day.
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z]*)?$/.exec(text)
  return iso ? existing(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

function existing(year: number, month: number, day: number): DateParts | null {
  if (month < 1 || month > 12 || day < 1) return null
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day <= days ? { year, month, day } : null
}

function isBirthYear(year: number): boolean {
  return year >= 1900 && year <= 2099
}

function isMonthYear(year: number): boolean {
  return year >= 1930 && year <= 2099
}

function isoDate({ year, month, day }: DateParts): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function monthFrom(year: string | undefined, month: string | undefined): Month | null {
  const [yearNumber, monthNumber] = [Number(year), Number(month)]
  return monthNumber >= 1 && monthNumber <= 12 && isMonthYear(yearNumber) ? monthOf(yearNumber, monthNumber) : null
}

function monthOf(year: number, month: number): Month {
  return `${year}-${twoDigits(month)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
