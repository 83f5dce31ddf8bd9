const optionMark = 'Phương án của câu'

/** How the options of a question begin, and nothing else does. */
export const optionsSign = (question: number) => `${optionMark} ${question}:`

export const optionText = (question: number, option: number) => `${optionsSign(question)} ${'ABCD'[option]}`

export const optionsOf = (question: number) => [0, 1, 2, 3].map((option) => optionText(question, option))
