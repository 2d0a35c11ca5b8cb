export { fromBase64, toBase64 } from "./base64.js";
export { AesCbc, type AesCbcOptions } from "./crypto/aes-cbc.js";
export { AesEcb } from "./crypto/aes-ecb.js";
export { AesGcm, type AesGcmOptions } from "./crypto/aes-gcm.js";
export { type Cipher, DecryptionError, type KeyBytes } from "./crypto/cipher.js";
export { fromHex, toHex } from "./crypto/hex.js";
