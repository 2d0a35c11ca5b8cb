export { KryptogoClient, type KryptogoClientOptions, type KryptogoDestination } from "./client.js";
