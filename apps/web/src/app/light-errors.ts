/**
 * React makes five errors as it is read, to throw and to know again later. For the stack of each, V8 reads all of React
 * once more: on a slow phone some tenths of a second before its first screen (decisions/009). So while React is read,
 * errors are made without a stack. Nothing else runs meanwhile: a module and what it imports are evaluated in one go.
 */
const usual = window.Error

function LightError(message: string): Error {
  return Object.create(usual.prototype, { message: { value: message } }) as Error
}
LightError.prototype = usual.prototype
window.Error = LightError as unknown as ErrorConstructor

export function makeUsualErrors(): void {
  window.Error = usual
}
