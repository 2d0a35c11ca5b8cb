/** Language of the hosted page. */
export type Locale =
  | "ar"
  | "bg"
  | "cs"
  | "da"
  | "de"
  | "el"
  | "en"
  | "en-GB"
  | "es"
  | "es-MX"
  | "et"
  | "fi"
  | "fr"
  | "he"
  | "hr"
  | "hu"
  | "hy"
  | "id"
  | "it"
  | "ja"
  | "ka"
  | "km"
  | "ko"
  | "lt"
  | "ms"
  | "nl"
  | "no"
  | "pl"
  | "pt"
  | "pt-BR"
  | "ro"
  | "ru"
  | "sk"
  | "sv"
  | "sw"
  | "th"
  | "tr"
  | "vi"
  | "zh-CN"
  | "zh-HK";

/** Languages of the hosted page. There is no `zh-TW`: Taiwan reads `zh-HK`. */
export const locales = {
  ar: "Arabic",
  bg: "Bulgarian",
  cs: "Czech",
  da: "Danish",
  de: "German",
  el: "Greek",
  en: "English (US), the default",
  "en-GB": "English (UK)",
  es: "Spanish",
  "es-MX": "Spanish (Mexico)",
  et: "Estonian",
  fi: "Finnish",
  fr: "French",
  he: "Hebrew",
  hr: "Croatian",
  hu: "Hungarian",
  hy: "Armenian",
  id: "Indonesian",
  it: "Italian",
  ja: "Japanese",
  ka: "Georgian",
  km: "Khmer",
  ko: "Korean",
  lt: "Lithuanian",
  ms: "Malay",
  nl: "Dutch",
  no: "Norwegian",
  pl: "Polish",
  pt: "Portuguese",
  "pt-BR": "Portuguese (Brazil)",
  ro: "Romanian",
  ru: "Russian",
  sk: "Slovak",
  sv: "Swedish",
  sw: "Swahili",
  th: "Thai",
  tr: "Turkish",
  vi: "Vietnamese",
  "zh-CN": "Chinese, simplified",
  "zh-HK": "Chinese, traditional",
} as const satisfies Record<Locale, string>;
