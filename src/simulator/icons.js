// The signs on the phones' own buttons, drawn here so that they look the same where no emoji font is installed.

const PATHS = {
  attach: "M20 11.5 12.5 19a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.7 1.7 0 0 1-2.4-2.4L15 7",
  close: "M7 7l10 10M17 7 7 17",
  edit: "M5 19l.8-3.8L16 5l3 3L8.8 18.200zM14 7l3 3",
  file: "M7 3.500h7l4 4v13H7zM14 3.500v4h4",
  forward: "M14 6l6 5.5-6 5.500v-3.500c-5 0-8 1.5-10 4.5 0-6 4-8.5 10-8.500z",
  lock: "M8 11V8a4 4 0 0 1 8 0v3M6 11h12v9H6z",
  menu: "M5 7h14M5 12h14M5 17h9",
  mic: "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3",
  more: "M12 6v.01M12 12v.01M12 18v.01",
  note: "M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  pause: "M9 6v12M15 6v12",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0",
  photo: "M4 6h16v12H4zM4 15l4.5-4.500L13 15l3-3 4 4M15.5 9.500v.01",
  place: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 10v.01",
  play: "M9 6v12l9.5-6z",
  reply: "M10 6 4 11.5 10 17v-3.500c5 0 8 1.5 10 4.5 0-6-4-8.5-10-8.500z",
  send: "M12 19V6M6 11.500l6-6 6 6",
  silent: "M6 17h12l-1.5-2.500V10a4.5 4.5 0 0 0-9 0v4.500zM10 20h4M4 4l16 16",
  smile: "M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.5 14a4 4 0 0 0 7 0M9 9.500v.01M15 9.500v.01",
  stop: "M8 8h8v8H8z",
};

export function icon(name) {
  const make = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make("svg", { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" });
  svg.append(make("path", { d: PATHS[name] }));
  return svg;
}
