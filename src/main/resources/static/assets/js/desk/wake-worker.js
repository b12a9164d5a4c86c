// The other half of wake.js.
self.onmessage = ({data: {id, delay}}) => setTimeout(() => self.postMessage(id), delay);
