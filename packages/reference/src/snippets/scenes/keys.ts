/** The credential that every fake of these pages accepts; long enough for ARGOS' cipher. */
export const keyOfNobody = "a-key-of-nobody-0123456789abcdefghijklmnop";
