/**
 * Places that issue Taiwan's identity cards, by `tw_id_issue_site_id`.
 *
 * Codes are text, for some begin with 0.
 *
 * The vendor lists 10012 twice, for Kaohsiung County and as a second code of Tainan City. The latter should perhaps be
 * 10021, which follows the last of the sequence; use 67000 for Tainan City to be safe.
 */
export const twIssueSites = {
  "09007": "Lienchiang (連江)",
  "09020": "Kinmen (金門)",
  "10001": "Taipei County (北縣)",
  "10002": "Yilan County (宜縣)",
  "10003": "Taoyuan County (桃縣)",
  "10004": "Hsinchu County (竹縣)",
  "10005": "Miaoli County (苗縣)",
  "10006": "Taichung County (中縣)",
  "10007": "Changhua County (彰縣)",
  "10008": "Nantou County (投縣)",
  "10009": "Yunlin County (雲縣)",
  "10010": "Chiayi County (嘉縣)",
  "10011": "Tainan County (南縣)",
  "10012": "Kaohsiung County (高縣); listed for Tainan City (南市) as well",
  "10013": "Pingtung County (屏縣)",
  "10014": "Taitung County (東縣)",
  "10015": "Hualien County (花縣)",
  "10016": "Penghu County (澎縣)",
  "10017": "Keelung City (基市)",
  "10018": "Hsinchu City (竹市)",
  "10019": "Taichung City (中市), the same as 66000",
  "10020": "Chiayi City (嘉市)",
  "63000": "Taipei City (北市)",
  "64000": "Kaohsiung City (高市)",
  "65000": "New Taipei City (新北市)",
  "66000": "Taichung City (中市), the same as 10019",
  "67000": "Tainan City (南市)",
  "68000": "Taoyuan City (桃市)",
} as const;
