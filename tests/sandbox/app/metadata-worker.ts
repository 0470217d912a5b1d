import { parseMetadata } from '../obsidian/metadata/metadata-parser';

// A worker's messages have no origin to aim at, unlike a window's, whose types this file is checked with.
const scope = self as unknown as { onmessage: (message: MessageEvent<string>) => void; postMessage: (metadata: unknown) => void };

scope.onmessage = ({ data }) => { scope.postMessage(parseMetadata(data)); };
