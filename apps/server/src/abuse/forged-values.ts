import { defaultSettings } from '@khac-sau/engine'

/** What a token, a key or a link's secret looks like, and none is. */
export const madeUpSecret = 'A'.repeat(22)

export const contestChange = {
  revision: 1,
  month: '2027-04',
  title: 'Tên khác',
  settings: defaultSettings,
  questions: [],
}

export const forgedAnswer = { openingId: 'o', answerId: 'forged', options: [0], automatic: false, claim: null }

export const octets = { 'content-type': 'application/octet-stream' }
