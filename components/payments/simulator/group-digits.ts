/** "4970 1000 0000 0000": as it is printed on a card. */
export const groupDigits = (number: string): string => number.replace(/(\d{4})(?=\d)/g, "$1 ");
