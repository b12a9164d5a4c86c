export function startMeaning() {}
