import { catalogue } from '../catalogue.ts'

/** What the problems of a question name: letters "A, C", figures as text. */
type Details = { readonly letters: string; readonly number: string; readonly limit: string }

/** What is not in order about a pasted or typed question. The keys are the codes of the formats package. */
export const hostProblems = catalogue(
  {
    'no-key': 'Chưa rõ phương án nào đúng. Hãy đánh dấu phương án đúng.',
    'several-keys-disagree': ({ letters }: Details) =>
      `Các dấu đáp án không khớp nhau (${letters}). Hãy đánh dấu lại phương án đúng.`,
    'key-out-of-range': ({ letters }: Details) => `Đáp án ${letters} không có trong các phương án. Hãy đánh dấu lại.`,
    'key-not-understood': 'Không đọc được dòng đáp án. Hãy đánh dấu phương án đúng.',
    'answer-text-differs': ({ letters }: Details) =>
      `Chữ ghi ở dòng đáp án khác với phương án ${letters}. Hãy đối chiếu.`,
    'key-for-repeated-number': ({ number }: Details) =>
      `Bảng đáp án ghi câu ${number}, nhưng có nhiều câu mang số này. Hãy đánh dấu phương án đúng cho từng câu.`,
    'too-few-options': ({ limit }: Details) => `Cần ít nhất ${limit || 2} phương án.`,
    'too-many-options': ({ limit }: Details) => `Nhiều nhất ${limit || 8} phương án. Hãy bỏ bớt.`,
    'empty-option': ({ letters }: Details) => `Phương án ${letters} đang trống.`,
    'duplicate-options': ({ letters }: Details) => `Các phương án ${letters} giống nhau.`,
    'missing-letter': ({ letters }: Details) => `Thiếu phương án ${letters}. Hãy đối chiếu với văn bản.`,
    'letter-repeated': ({ letters }: Details) =>
      `Có hai phương án cùng mang chữ ${letters}. Hãy đối chiếu với văn bản.`,
    'unclear-options': ({ letters }: Details) =>
      `Không chắc phương án ${letters} bắt đầu từ đâu. Hãy đối chiếu với văn bản.`,
    'empty-stem': 'Chưa có nội dung câu hỏi.',
    'stem-too-long': ({ limit }: Details) => `Câu hỏi dài quá ${limit} ký tự. Hãy rút gọn.`,
    'option-too-long': ({ letters, limit }: Details) => `Phương án ${letters} dài quá ${limit} ký tự. Hãy rút gọn.`,
    'explanation-too-long': ({ limit }: Details) => `Phần giải thích dài quá ${limit} ký tự. Hãy rút gọn.`,
    'source-too-long': ({ limit }: Details) => `Phần căn cứ dài quá ${limit} ký tự. Hãy rút gọn.`,
    'seconds-not-understood': 'Không đọc được thời gian của câu. Câu này dùng thời gian chung.',
    'seconds-out-of-range': 'Thời gian mỗi câu từ 5 đến 300 giây.',
    'number-repeated': ({ number }: Details) => `Số câu ${number} bị lặp lại. Hãy đối chiếu với văn bản.`,
    'number-skipped': ({ number }: Details) => `Không thấy câu ${number} ở trước câu này. Hãy đối chiếu với văn bản.`,
    'number-missing': 'Câu này không ghi số. Hãy xem có đúng là một câu hỏi riêng không.',
    'several-right': ({ letters }: Details) => `Có nhiều đáp án đúng (${letters}): phải chọn đủ mới được điểm.`,
    'legacy-font': 'Chữ dùng phông cũ (TCVN3, VNI). Hãy chuyển văn bản sang Unicode rồi dán lại.',
    'nothing-found': 'Không tìm thấy câu hỏi nào. Mỗi câu nên bắt đầu bằng “Câu 1:”, các phương án bằng “A.”, “B.”…',
    'too-large': 'Văn bản quá dài nên chưa đọc. Hãy dán từng phần.',
    'too-many-questions': ({ number, limit }: Details) =>
      `Văn bản có ${number} câu; một kỳ thi nhiều nhất ${limit} câu. Hãy bỏ bớt.`,
    'text-without-question': 'Có dòng không thuộc câu hỏi nào và đã được bỏ qua.',
    'key-for-unknown-question': ({ number }: Details) => `Bảng đáp án ghi câu ${number}, nhưng không có câu này.`,
    otherProblem: 'Có chỗ chưa rõ. Hãy đối chiếu với văn bản.',
    atLine: ({ line }: { line: number }) => `Dòng ${line}`,
    error: 'Cần sửa',
    warning: 'Nên xem',
  },
  {
    'no-key': 'Nothing says which option is right. Mark the right one.',
    'several-keys-disagree': ({ letters }: Details) =>
      `The marks of the right option disagree (${letters}). Mark the right one again.`,
    'key-out-of-range': ({ letters }: Details) => `The key names ${letters}, which is not an option. Mark it again.`,
    'key-not-understood': 'The line with the key was not understood. Mark the right option.',
    'answer-text-differs': ({ letters }: Details) => `The key’s text differs from option ${letters}. Compare them.`,
    'key-for-repeated-number': ({ number }: Details) =>
      `The key names question ${number}, and several have this number. Mark the right option of each.`,
    'too-few-options': ({ limit }: Details) => `At least ${limit || 2} options are needed.`,
    'too-many-options': ({ limit }: Details) => `At most ${limit || 8} options. Remove some.`,
    'empty-option': ({ letters }: Details) => `Option ${letters} is empty.`,
    'duplicate-options': ({ letters }: Details) => `Options ${letters} are the same.`,
    'missing-letter': ({ letters }: Details) => `Option ${letters} is missing. Compare with your text.`,
    'letter-repeated': ({ letters }: Details) => `Two options are headed ${letters}. Compare with your text.`,
    'unclear-options': ({ letters }: Details) =>
      `It is unclear where option ${letters} starts. Compare with your text.`,
    'empty-stem': 'The question has no text.',
    'stem-too-long': ({ limit }: Details) => `The question is longer than ${limit} characters. Shorten it.`,
    'option-too-long': ({ letters, limit }: Details) =>
      `Option ${letters} is longer than ${limit} characters. Shorten it.`,
    'explanation-too-long': ({ limit }: Details) => `The explanation is longer than ${limit} characters. Shorten it.`,
    'source-too-long': ({ limit }: Details) => `The source is longer than ${limit} characters. Shorten it.`,
    'seconds-not-understood': 'The question’s time was not understood. It takes the contest’s.',
    'seconds-out-of-range': 'A question takes 5 to 300 seconds.',
    'number-repeated': ({ number }: Details) => `Number ${number} is repeated. Compare with your text.`,
    'number-skipped': ({ number }: Details) => `Question ${number} is missing before this one. Compare with your text.`,
    'number-missing': 'It has no number. Check that it is a question of its own.',
    'several-right': ({ letters }: Details) => `Several are right (${letters}): all of them must be chosen.`,
    'legacy-font': 'The text is in an old font (TCVN3, VNI). Convert it to Unicode and paste it again.',
    'nothing-found': 'No question was found. Start each with “Câu 1:” and its options with “A.”, “B.”…',
    'too-large': 'The text is too long and was not read. Paste it in parts.',
    'too-many-questions': ({ number, limit }: Details) =>
      `The text has ${number} questions; a contest has at most ${limit}. Remove some.`,
    'text-without-question': 'Some lines belong to no question and were left out.',
    'key-for-unknown-question': ({ number }: Details) => `The key names question ${number}, which is not there.`,
    otherProblem: 'Something is unclear. Compare with your text.',
    atLine: ({ line }: { line: number }) => `Line ${line}`,
    error: 'To correct',
    warning: 'To check',
  },
)
