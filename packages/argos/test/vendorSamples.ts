/**
 * Every sample answer of the vendor's page on reading submissions, its missing commas and brackets put back. Placeholders
 * stand as they are printed there.
 */
const time = "YYYY-MM-DD-HH-MM-SS-ZZZ";

const verification = (transactionId: string) => ({
  result: { code: "CF-00000", message: "성공", transactionId, extraMessage: "" },
  data: {
    resUserIdentiyNo: "*************",
    resAuthenticity: "1",
    resAuthenticityDesc: "입력하신 내용은 등록된 내용과 일치합니다.",
    resUserNm: "{resUserNm}",
  },
});

const verificationParams = (identityNumber: string) => ({
  fullName: "{fullName}",
  idType: "government_id",
  issueDate: "{YYYY-MM-DD}",
  identityNumber,
});

const face = {
  liveness: { score: 8.097455, probability: 0.9996958, quality: 0.7537264 },
  faceSimilarityScore: 0,
  retryMsg: ["The face doesn’t match. Please retry with another face image."],
  livenessScore: 99,
  selfieImage: "{selfieImage URL}",
  retryCode: ["face_compare_underscore"],
};

const tooManyRetries = {
  result: "rejected",
  comment: ["Multiple invalid KYC attempts "],
  commentCode: ["too_many_retry"],
};

const reviewed = { result: "rejected", comment: ["test"], commentCode: ["other"] };

const person = (nationality: string) => ({
  name: "{name}",
  gender: "male",
  nationality,
  date_of_birth: "YYYY-MM-DD",
});

const item = (nationality: string, kyc: object, more: object = {}) => ({
  data: person(nationality),
  email: "{email}",
  submission_id: "{submission_id}",
  created_at: time,
  reviewer: "{reviewer}",
  kyc,
  ...more,
});

export const specificSubmission = {
  Items: [
    {
      data: {
        ...person("KOR"),
        address_city: "{city}",
        address_country: "KOR",
        address_state: "{state}",
        address_street: "{street}",
        address_street2: "{street2}",
        address_zipcode: "{zipcode}",
        ip_address: "{ip_address}",
        idcard_issuingCountry: "KOR",
        idcard_issueDate: "YYYY-MM-DD",
        idType: "government_id",
        identityNumber: "{******-*******}",
      },
      email: "{email}",
      submission_id: "{submission_id}",
      created_at: time,
      updated_at: time,
      reviewer: "{reviewer}",
      aml: { raw_data: {}, matches: [], risk_level_summary: "HIGH", currentstatus: "Red Flag" },
      kyc: {
        ...tooManyRetries,
        attempts: [
          {
            attemptCnt: 1,
            step1Time1st: time,
            ocrResult: "success",
            verificationResult: "success",
            verification: verification("{transactionId}"),
            verificationParams: verificationParams("******-*******"),
            step2Time1st: time,
            ...face,
          },
          {
            attemptCnt: 2,
            verificationResult: "success",
            verification: verification("{transactionId}"),
            verificationParams: verificationParams("******-*******"),
            step2Time2nd: time,
            ...face,
          },
          {
            attemptCnt: 3,
            verificationResult: "success",
            verification: verification("{selfieImage URL}"),
            verificationParams: verificationParams("981112-1******"),
            step2Time3rd: time,
            ...face,
          },
        ],
      },
    },
  ],
};

export const bySubmissionId = {
  Items: [
    {
      data: {
        name: "홍길동",
        gender: "male",
        nationality: "KOR",
        date_of_birth: "YYYY-MM-DD",
        cf1: "{cf1}",
        ip_address: "XXX.XXX.XXX.XXX",
        idcard_issuingCountry: "KOR",
        idcard_issueDate: "YYYY-MM-DD",
        idType: "government_id",
      },
      email: "{email}",
      submission_id: "{submission_id}",
      created_at: time,
      userid: "{userid}",
      kyc: {
        ...tooManyRetries,
        attempts: [
          {
            attemptCnt: 1,
            retryMsg: ["Liveness fail: Face is too close to one or more borders. Please retry."],
            retryCode: ["liveness_error"],
          },
          {
            attemptCnt: 2,
            retryMsg: ["Liveness fail: Absolute face size is too small. Please retry."],
            retryCode: ["liveness_error"],
          },
          {
            attemptCnt: 3,
            livenessScore: 99,
            retryMsg: ["The face doesn’t match. Please retry with another face image."],
            retryCode: ["face_compare_underscore"],
          },
        ],
      },
    },
  ],
};

const three = (more: object = {}) => ({
  Items: [
    item("KOR", tooManyRetries, more),
    item("BRA", reviewed, { pending_at: time, ...more }),
    item("KOR", tooManyRetries, more),
  ],
});

export const byUserId = three({ userid: "{userid}" });
export const byEmail = three();
export const wholeList = three();
export const ofApplicant = [1, 2, 3].map(() => ({ submission_id: "{submission_id}", email: "{email}" }));
