// Records a voice note with the microphone and gives it as OGG with Opus, the only kind that Telegram takes for voice.

// Starts recording; gives an object whose `stop()` resolves to a Blob. Rejects where there is no microphone.
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const kinds = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { mimeType });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.start();
  return {
    stop: () => new Promise((resolve) => {
      recorder.onstop = async () => {
        stream.getTracks().forEach((track) => track.stop());
        const recorded = new Blob(parts, { type: mimeType });
        resolve(mimeType.startsWith("audio/webm") ? await toOgg(recorded) : recorded);
      };
      recorder.stop();
    }),
  };
}

// Chrome records WebM only; the Opus packets inside are moved to OGG pages as they are.
async function toOgg(webm) {
  const { head, packets } = readWebm(new Uint8Array(await webm.arrayBuffer()));
  const tags = new TextEncoder().encode("OpusTags\x09\0\0\0Kinkeeper\0\0\0\0");
  const pages = [page(head, 0, 0, 2), page(tags, 0, 1, 0)];
  let samples = 0;
  packets.forEach((packet, index) => {
    samples += samplesOf(packet);
    pages.push(page(packet, samples, index + 2, index === packets.length - 1 ? 4 : 0));
  });
  return new Blob(pages, { type: "audio/ogg" });
}

// Walks the EBML elements flat: the containers on the way are entered, all else is passed over.
function readWebm(bytes) {
  const containers = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]);
  const found = { head: new Uint8Array(), packets: [] };
  let at = 0;
  const number = (keepMarker) => {
    const length = Math.clz32(bytes[at]) - 23;
    let value = keepMarker ? bytes[at] : bytes[at] & (0xff >> length);
    for (let i = 1; i < length; i++) value = value * 256 + bytes[at + i];
    at += length;
    return value;
  };
  while (at < bytes.length) {
    const id = number(true);
    const size = number(false);
    if (containers.has(id)) continue;
    if (id === 0x63a2) found.head = bytes.slice(at, at + size);
    // A block begins with its track (1 byte), its time (2) and flags (1).
    if (id === 0xa3 || id === 0xa1) found.packets.push(bytes.slice(at + 4, at + size));
    at += size;
  }
  return found;
}

// The length of an Opus packet in samples at 48 kHz, from its first byte (RFC 6716, section 3.1).
function samplesOf(packet) {
  const config = packet[0] >> 3;
  const silk = [480, 960, 1920, 2880];
  const celt = [120, 240, 480, 960];
  const frame = config < 12 ? silk[config % 4] : config < 16 ? silk[config % 2] : celt[config % 4];
  const code = packet[0] & 3;
  return frame * (code === 0 ? 1 : code < 3 ? 2 : packet[1] & 63);
}

// One OGG page with one packet (RFC 3533).
function page(packet, samples, sequence, flags) {
  const laces = Math.floor(packet.length / 255) + 1;
  const bytes = new Uint8Array(27 + laces + packet.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x4f, 0x67, 0x67, 0x53, 0, flags]);
  view.setBigUint64(6, BigInt(samples), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, sequence, true);
  bytes[26] = laces;
  bytes.fill(255, 27, 27 + laces - 1);
  bytes[27 + laces - 1] = packet.length % 255;
  bytes.set(packet, 27 + laces);
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  view.setUint32(22, sum >>> 0, true);
  return bytes;
}
