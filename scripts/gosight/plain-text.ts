/** Names come from anywhere: none of them may steer the terminal. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
