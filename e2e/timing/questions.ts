/** No page has it before the options. */
export const optionMark = 'Phương án của câu'

export const optionText = (question: number, option: number) => `${optionMark} ${question}: ${'ABCD'[option]}`

export const optionsOf = (question: number) => [0, 1, 2, 3].map((option) => optionText(question, option))
