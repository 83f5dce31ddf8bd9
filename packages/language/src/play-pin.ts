import { catalogue } from './catalogue.ts'

/** D1: a member's phone, where the cell asks for a PIN. Loaded by those phones alone. */
export const playPin = catalogue(
  {
    title: ({ name }: { name: string }) => `Mã PIN của ${name}`,
    label: 'Mã PIN',
    hint: 'Sáu chữ số trên phiếu của đồng chí',
    enter: 'Vào phòng thi',
    notSixDigits: 'Mã PIN gồm sáu chữ số.',
    forgotten: 'Không có mã? Xin người điều hành',
  },
  {
    title: ({ name }) => `PIN of ${name}`,
    label: 'PIN',
    hint: 'The six digits on your slip',
    enter: 'Enter the room',
    notSixDigits: 'A PIN has six digits.',
    forgotten: 'No PIN? Ask the host',
  },
)
