import type { KytResult } from "../models/kytAssessment.js";

/** The vendor's own sample of a KYT callback: an address, one alert. */
export const attemptSample: { callbackType: "CHAINALYSIS_KYT_RESULT"; data: KytResult } = {
  callbackType: "CHAINALYSIS_KYT_RESULT",
  data: {
    verificationUuid: "69a310e6-810f-4a31-83d1-bcdafccf5304",
    riskAssessment: {
      chainalysisKYT: {
        requestId: "f7231c6f-f1e7-4ae7-b143-2c87cd38abe9",
        counterpartyVaspId: "15952089931162059995",
        apiType: "ATTEMPT",
        userId: "15952089931162059995",
        direction: "OUTGOING",
        network: "ETHEREUM",
        asset: "ETH",
        amount: "1",
        usdPrice: "1820.17",
        outputAddress: "bb3fd383d1c5540e52ef0a7bcb9433375793aeaf",
        timestamp: "2023-05-18T12:39:44.000Z",
        externalId: "79382ac9-c7be-3fab-ad56-8c61c654e2fc",
        status: "PROCESSED",
        alertCount: 1,
        createdAt: "2023-05-18T12:39:46.000Z",
        assessedAt: "2023-05-18T12:39:45.263Z",
      },
      chainalysisKYTAlerts: [
        {
          counterpartyVaspId: "15952089931162059995",
          externalId: "79382ac9-c7be-3fab-ad56-8c61c654e2fc",
          direction: "OUTGOING",
          alertId: "118b8cc8-f579-11ed-b86d-a3210c6ca9b8",
          alertLevel: "MEDIUM",
          entityCategory: "high risk exchange",
          serviceName: "HIGH RISK EXCHANGE: SimpleSwap.io bb3fd383d1c5540e52ef0a7bcb9433375793aeaf",
          exposureType: "DIRECT",
          alertAmount: "1820.17",
          createdAt: "2023-05-18T12:39:52.461Z",
        },
      ],
    },
  },
};

/** A transaction without alerts. No vendor sample of one exists: this is put together from the tables of fields. */
export const transferSample: { callbackType: "CHAINALYSIS_KYT_RESULT"; data: KytResult } = {
  callbackType: "CHAINALYSIS_KYT_RESULT",
  data: {
    verificationUuid: "69a310e6-810f-4a31-83d1-bcdafccf5304",
    riskAssessment: {
      chainalysisKYT: {
        requestId: "398ace46-6baf-4488-a9f2-ee43680b413e",
        counterpartyVaspId: "15952089931162059995",
        apiType: "TRANSFER",
        userId: "15952089931162059995",
        direction: "INCOMING",
        network: "ETHEREUM",
        asset: "USDT",
        amount: "150.5",
        usdPrice: "150.5",
        transferRef:
          "8a54d58ca4100112a5430818776d74898f2232770bae03046862575cb851a042:bb3fd383d1c5540e52ef0a7bcb9433375793aeaf",
        outputAddress: "bb3fd383d1c5540e52ef0a7bcb9433375793aeaf",
        timestamp: "2023-05-18T12:39:44.000Z",
        externalId: "79382ac9-c7be-3fab-ad56-8c61c654e2fc",
        status: "PROCESSED",
        alertCount: 0,
        createdAt: "2023-05-18T12:39:46.000Z",
        assessedAt: "2023-05-18T12:39:50.000Z",
      },
      chainalysisKYTAlerts: [],
    },
  },
};
