export function writeAccuracyPage() {}
