import { expect, test } from 'vitest'
import { browserFamily } from './browser-family.ts'
import { inAppBrowser } from './in-app-browser.ts'

const android = (rest: string, view = '; wv', version = 'Version/4.0 ') =>
  `Mozilla/5.0 (Linux; Android 12; SM-A525F Build/SP1A.210812.016${view}) AppleWebKit/537.36 (KHTML, like Gecko) ${version}Chrome/120.0.6099.230 Mobile Safari/537.36${rest}`
const iphone = (rest: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`

// User agents as seen in public collections and server logs; only the device is the same in all.
test.each([
  ['Zalo', 'android', android(' Zalo android/12100625 ZaloTheme/light ZaloLanguage/vi')],
  // Newer Zalo leaves the mark of the view out.
  ['Zalo', 'android', android(' Zalo android/12100676 ZaloTheme/dark ZaloLanguage/vi', '')],
  ['Zalo', 'ios', iphone('Mobile/15E148 Zalo iOS/666 ZaloTheme/light ZaloLanguage/vn')],
  ['Facebook', 'android', android(' [FB_IAB/FB4A;FBAV/470.0.0.40.108;]')],
  [
    'Facebook',
    'ios',
    iphone('Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.35.108;FBBV/611437296;FBDV/iPhone15,3;FBLC/vi_VN;FBOP/5]'),
  ],
  ['Messenger', 'android', android(' [FB_IAB/Orca-Android;FBAV/460.0.0.48.109;]')],
  ['Messenger', 'ios', iphone('Mobile/15E148 [FBAN/MessengerForiOS;FBAV/465.0.0.35.108]')],
  ['Instagram', 'ios', iphone('Mobile/15E148 Instagram 335.0.0.34.98 (iPhone15,3; iOS 17_5; vi_VN; vi; scale=3.00)')],
  ['TikTok', 'android', android(' trill_2023507030 JsSdk/1.0 NetType/WIFI AppName/musical_ly ByteLocale/vi')],
  ['Telegram', 'android', android(' Telegram-Android/11.1.3', '')],
  ['LINE', 'ios', iphone('Mobile/15E148 Safari Line/14.9.0')],
  ['WeChat', 'ios', iphone('Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/vi')],
  [null, 'android', android('')],
  [null, 'ios', iphone('Mobile/15E148')],
] as const)('%s on %s is inside an app', (app, system, userAgent) => {
  expect(inAppBrowser(userAgent)).toEqual({ app, system })
  expect(browserFamily(userAgent)).toEqual({
    browser: app,
    system: system === 'ios' ? 'iPhone' : 'Android',
    inApp: true,
  })
})

test.each([
  ['Chrome', 'Android', android('', '', '')],
  ['Samsung Internet', 'Android', android('', '', 'SamsungBrowser/25.0 ')],
  ['Edge', 'Android', android(' EdgA/126.0.0.0', '', '')],
  ['Opera', 'Android', android(' OPR/82.2.4342.79620', '', '')],
  ['Cốc Cốc', 'Android', android(' coc_coc_browser/121.0.202', '', '')],
  ['Safari', 'iPhone', iphone('Version/17.5 Mobile/15E148 Safari/604.1')],
  ['Chrome', 'iPhone', iphone('CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1')],
  ['Firefox', 'iPhone', iphone('FxiOS/127.0 Mobile/15E148 Safari/605.1.15')],
  [
    'Safari',
    'iPad',
    'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
  ],
  ['Firefox', 'Android', 'Mozilla/5.0 (Android 13; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  [
    'Cốc Cốc',
    'Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/123.0.172 Chrome/117.0.0.0 Safari/537.36',
  ],
  [
    'Safari',
    'macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  ],
  [null, null, 'curl/8.9.1'],
  [null, null, ''],
])('%s on %s is a browser of its own', (browser, system, userAgent) => {
  expect(inAppBrowser(userAgent)).toBeNull()
  expect(browserFamily(userAgent)).toEqual({ browser, system, inApp: false })
})
