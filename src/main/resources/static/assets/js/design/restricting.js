export function restricting() { return []; }
