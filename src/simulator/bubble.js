// Takes a message as the control API gives it, builds its bubble of DOM nodes; text never becomes markup.

import { icon } from "/icons.js";

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// `acts` are what can be done from a bubble: press(row, column), say(text), edit(message), reply(message).
// `clock` tells the time of an instant where the phone is.
export function bubble(message, words, clock, acts) {
  const root = element("article", { class: `message ${message.from}`, "data-message": message.id });
  const body = element("div", { class: "bubble", dir: "auto" });
  if (message.from === "other") body.append(element("b", { class: "sender" }, message.sender_name));
  if (message.forwarded_from) body.append(element("p", { class: "origin" }, icon("forward"), message.forwarded_from));
  if (message.quoted) body.append(element("p", { class: "quote", dir: "auto" }, message.quoted));
  const medium = showMedium(message, words);
  if (medium) body.append(medium);
  if (message.text) {
    const text = element("div", { class: "text" });
    addText(text, message.text, message.entities, 0, message.text.length, acts);
    body.append(text);
  }
  body.append(footer(message, words, clock, acts));
  root.append(body);
  message.buttons.forEach((row, y) => {
    const line = element("div", { class: "inline-row" });
    row.forEach((button, x) => {
      // In the phone's direction: a label that begins with a code in Latin letters still reads as its words do.
      const node = element("button", { type: "button", class: "inline" }, button.text);
      if (button.url) node.append(element("span", { "aria-hidden": "true" }, " ↗"));
      node.onclick = () => acts.press(node, y, x);
      line.append(node);
    });
    root.append(line);
  });
  return root;
}

function footer(message, words, clock, acts) {
  const meta = element("footer", { dir: "auto" });
  if (message.protected) meta.append(element("span", { class: "protected", title: words.protected, role: "img", "aria-label": words.protected }, icon("lock")));
  if (message.silent) meta.append(element("span", { title: words.silent, role: "img", "aria-label": words.silent }, icon("silent")));
  if (message.edited) meta.append(element("span", {}, words.edited));
  meta.append(element("time", { datetime: message.at }, clock(message.at)));
  if (message.from === "me") {
    meta.append(element("span", { class: "ticks", "aria-hidden": "true" }, "✓✓"));
    if (message.text && !message.media && !message.forwarded_from) meta.append(tool("edit", words.edit, () => acts.edit(message)));
  }
  meta.append(tool("reply", words.reply, () => acts.reply(message)));
  return meta;
}

// Not a stop for the Tab key, of which there would be two on each message: the arrow up in an empty entry edits.
function tool(sign, label, act) {
  const button = element("button", { type: "button", class: "tool", tabindex: "-1", "aria-label": label, title: label }, icon(sign));
  button.onclick = act;
  return button;
}

function showMedium(message, words) {
  if (message.sticker) return element("div", { class: "sticker" }, message.sticker);
  if (message.location) {
    const { latitude, longitude } = message.location;
    return element("div", { class: "card" }, icon("place"), element("span", {}, `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`));
  }
  if (message.contact) {
    const name = element("b", {}, message.contact.first_name);
    return element("div", { class: "card" }, icon("person"), element("span", {}, name, element("br"), message.contact.phone_number));
  }
  const medium = message.media;
  if (!medium) return null;
  if (medium.kind === "photo") return element("img", { class: "photo", src: medium.url, alt: words.photo });
  if (medium.kind === "video") return element("video", { class: "photo", src: medium.url, controls: "" });
  if (medium.kind === "voice" || medium.kind === "audio") return player(medium, words);
  const size = medium.size < 1024 ? `${medium.size} B` : `${Math.round(medium.size / 1024)} KB`;
  const link = element("a", { href: medium.url, download: medium.name || "file" }, medium.name || words.file);
  return element("div", { class: "card" }, icon("file"), element("span", {}, link, element("br"), size));
}

function player(medium, words) {
  const sound = element("audio", { src: medium.url, preload: "none" });
  const button = element("button", { type: "button", class: "play", "aria-label": words.play }, icon("play"));
  const progress = element("progress", { max: "1", value: "0", "aria-label": words.voice });
  const total = medium.seconds || 0;
  const length = element("span", { class: "length" }, `${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`);
  button.onclick = () => (sound.paused ? sound.play() : sound.pause());
  sound.onplay = () => button.replaceChildren(icon("pause"));
  sound.onpause = sound.onended = () => button.replaceChildren(icon("play"));
  sound.ontimeupdate = () => (progress.value = sound.duration ? sound.currentTime / sound.duration : 0);
  return element("div", { class: "player" }, button, progress, length, sound);
}

// Offsets count UTF-16 units, as strings do here; entities that lie within others become nodes within theirs.
function addText(parent, text, entities, from, to, acts) {
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const { offset, length } = entities[i];
    const end = Math.min(offset + length, to);
    if (offset < at || offset >= to) continue;
    parent.append(text.slice(at, offset));
    const node = entityNode(entities[i], text.slice(offset, end), acts);
    addText(node, text, entities.slice(i + 1), offset, end, acts);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

function entityNode(entity, covered, acts) {
  if (entity.type === "spoiler") {
    const node = element("span", { class: "spoiler", tabindex: "0" });
    node.onclick = node.onfocus = () => node.classList.add("seen");
    return node;
  }
  if (entity.type === "bot_command") {
    const node = element("button", { type: "button", class: "command" });
    node.onclick = () => acts.say(covered);
    return node;
  }
  const address = entity.type === "url" ? covered : entity.type === "text_link" ? entity.url : null;
  if (address && /^https?:\/\//.test(address)) return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
  return element(TAGS[entity.type] || "span");
}
