import type { Page } from '@playwright/test'
import axe, { type Result } from 'axe-core'

/** What the axe rules find, and the texts whose ground they cannot tell (to be measured on the picture). */
export type AxeFindings = { readonly faults: readonly string[]; readonly unsure: readonly string[] }

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function addAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source)
}

/** Texts of every size are held to 7:1: axe itself would let large ones pass at 4.5:1. */
export async function axeFindings(page: Page, isWholePage = true): Promise<AxeFindings> {
  const { violations, incomplete } = await page.evaluate(
    async ([tags, contrast, isWhole]) => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe }
      inPage.configure({ checks: [{ id: 'color-contrast-enhanced', options: contrast }] })
      return inPage.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: { 'color-contrast-enhanced': { enabled: true }, 'page-has-heading-one': { enabled: isWhole } },
        resultTypes: ['violations', 'incomplete'],
      })
    },
    [standards, sevenToOne, isWholePage] as const,
  )
  const texts = incomplete.filter(({ id }) => id.startsWith('color-contrast'))
  return {
    faults: violations.flatMap(inWords),
    unsure: [...new Set(texts.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))))],
  }
}

const sevenToOne = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: false,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 7 } },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.1,
}

function inWords({ id, help, nodes }: Result): readonly string[] {
  return nodes.map(({ target, any }) => {
    const found = any.map(({ message }) => message).find((message) => message.includes('contrast'))
    return `axe ${id}: ${target.join(' ')} – ${found ?? help}`
  })
}
