// One phone: takes a person's chat from the control API, shows it, and sends what is typed, tapped or recorded.

import { bubble, element } from "/bubble.js";
import { icon } from "/icons.js";
import { record } from "/voice.js";
import { language } from "/words.js";

export { element };

export async function api(path, method = "GET", body) {
  const options = { method };
  if (body instanceof FormData) {
    options.body = body;
  } else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "content-type": "application/json" };
  }
  const response = await fetch(`/control/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

const TIME = { hour: "2-digit", minute: "2-digit", hour12: false };

export class Phone {
  constructor(id) {
    this.id = id;
    this.shown = new Map();
    this.waiting = new Map();
    this.special = null;
    this.zone = "UTC";
    this.speak(null);
    this.root = element("section", { class: "phone", "data-person": id, hidden: "" });
    this.build();
  }

  speak(code) {
    Object.assign(this, language(code));
    this.code = code;
  }

  // Everything that does not change with the chat.
  build() {
    const { words } = this;
    this.notesStamp = null;
    this.clock = element("time");
    this.face = element("div", { class: "avatar", "aria-hidden": "true" });
    this.name = element("h2", { dir: "auto" });
    this.note = element("p", { class: "note", dir: "auto" });
    this.peer = element("p", { class: "peer" });
    this.badge = element("i", { class: "badge" });
    const lock = this.button("lock", icon("lock"), words.lock, () => this.lock(true));
    this.list = element("div", { class: "chat", role: "log", "aria-live": "polite", tabindex: "0" });
    this.pinned = true;
    this.list.onscroll = () => {
      const left = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight;
      if (this.list.clientHeight) this.pinned = left < 60;
    };
    this.list.addEventListener("load", () => this.toEnd(), true);
    new ResizeObserver(() => this.toEnd()).observe(this.list);
    this.dots = element("div", { class: "dots", "aria-hidden": "true", hidden: "" }, element("i"), element("i"), element("i"));
    this.toasts = element("div", { class: "toasts", role: "status" });
    this.keyboard = element("div", { class: "keyboard", hidden: "" });
    this.root.setAttribute("dir", this.direction);
    this.root.setAttribute("lang", this.locale);
    this.root.replaceChildren(
      element("div", { class: "status", dir: "ltr" }, this.clock, element("span", { "aria-hidden": "true" }, element("i"), element("i"))),
      element("header", {}, element("div", { class: "face" }, this.face, this.badge), element("div", { class: "who" }, this.name, this.note), lock, this.moreMenu()),
      element("div", { class: "with" }, element("span", { class: "heart", "aria-hidden": "true" }), this.peer),
      this.list,
      this.toasts,
      this.composer(),
      this.keyboard,
      (this.lockView = this.lockScreen()),
    );
    this.list.append(this.dots);
    // Whoever touches the chat has looked at it.
    for (const kind of ["pointerdown", "keydown"]) this.root.addEventListener(kind, (event) => this.touched(event));
  }

  button(name, sign, label, act) {
    const node = element("button", { type: "button", name, "aria-label": label, title: label }, sign);
    node.onclick = act;
    return node;
  }

  menu(className, sign, label, items) {
    const details = element("details", { class: `menu ${className}` }, element("summary", { "aria-label": label, title: label }, icon(sign)));
    const sheet = element("div", { class: "sheet" });
    for (const [label, act, name] of items) {
      const item = element("button", { type: "button", name }, ...label);
      item.onclick = () => {
        details.open = false;
        act();
      };
      sheet.append(item);
    }
    details.append(sheet);
    return details;
  }

  moreMenu() {
    const { words } = this;
    return this.menu("more", "more", words.more, [
      [[words.lock], () => this.lock(true), "lock-item"],
      [[words.clear], () => this.act("clear"), "clear"],
      [[words.block], () => this.act("block"), "block"],
    ]);
  }

  composer() {
    const { words } = this;
    this.entry = element("textarea", { name: "text", rows: "1", dir: "auto", placeholder: words.message, "aria-label": words.message, autocomplete: "off", enterkeyhint: "send" });
    this.entry.oninput = () => this.grow();
    this.entry.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
      if (event.key === "ArrowUp" && this.lastOwn && !this.entry.value) this.acts().edit(this.lastOwn);
    };
    this.commands = element("div", { class: "slot" });
    this.strip = element("div", { class: "strip", hidden: "" });
    this.mic = this.button("record", icon("mic"), words.record, () => this.recordVoice());
    const form = element("form", { class: "composer" }, this.strip, this.commands, this.entry, this.attachMenu(), this.mic, element("button", { type: "submit", name: "send", "aria-label": words.send, title: words.send }, icon("send")));
    form.onsubmit = (event) => {
      event.preventDefault();
      this.send();
    };
    this.start = this.button("start", words.start, words.start, () => this.act(this.blocked ? "unblock" : "start", {}));
    this.foot = element("div", { class: "foot" }, form, this.start);
    return this.foot;
  }

  attachMenu() {
    const { words } = this;
    const pick = (kind, accept) => () => this.pickFile(kind, accept);
    return this.menu("attach", "attach", words.attach, [
      [[icon("photo"), words.photo], pick("photo", "image/*"), "photo"],
      [[icon("file"), words.file], pick("document", ""), "file"],
      [[icon("note"), words.sample], () => this.sendSample(), "sample"],
      [[icon("mic"), words.voiceFile], pick("voice", "audio/*"), "voice"],
      [[icon("place"), words.location], () => this.sendPlace(), "location"],
      [[icon("person"), words.contact], () => this.act("contact", {}), "contact"],
      [[icon("smile"), words.sticker], () => this.act("sticker", { emoji: "👍" }), "sticker"],
      [[icon("forward"), words.forward], () => this.send({ forwarded_from: "Mama Rehema" }), "forward"],
    ]);
  }

  lockScreen() {
    const { words } = this;
    this.lockTime = element("time");
    this.lockDate = element("p");
    this.notes = element("ol");
    const open = element("button", { type: "button", name: "unlock" }, words.unlock);
    open.onclick = () => this.lock(false);
    return element("div", { class: "locked", hidden: "" }, this.lockTime, this.lockDate, element("p", { class: "remark" }, words.stranger), this.notes, open);
  }

  // The person and the clock, from the state.
  describe(person, state) {
    const zone = person.zone || "UTC";
    if (person.language_code !== this.code || zone !== this.zone) {
      this.zone = zone;
      this.speak(person.language_code);
      this.shown.clear();
      this.build();
      this.refresh();
    }
    this.now = new Date(state.now);
    this.clock.textContent = this.format({ ...TIME, timeZoneName: "short" });
    this.lockTime.textContent = this.format(TIME);
    this.lockDate.textContent = this.format({ weekday: "long", day: "numeric", month: "long" });
    this.name.textContent = person.name;
    this.note.textContent = person.note || "";
    this.face.textContent = initials(person.name);
    this.face.style.setProperty("--hue", (person.id * 67) % 360);
    this.botName = state.bot_name;
    this.badge.textContent = person.unread || "";
    this.unread = person.unread;
    this.root.setAttribute("aria-label", `${person.name} ${person.note || ""}`);
    this.showPeer();
    if (!this.lockView.hidden) this.showNotes();
  }

  // Dates and times are those of where the phone is.
  format(options, date = this.now) {
    return new Intl.DateTimeFormat(this.locale, { numberingSystem: "latn", timeZone: this.zone, ...options }).format(date);
  }

  showPeer() {
    this.peer.textContent = `${this.botName || ""} · ${this.working ? this.words.typing : this.words.bot}`;
    this.peer.classList.toggle("working", Boolean(this.working));
  }

  // Asks for the chat again; calls that come while one is under way become one more.
  async refresh() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.again = false;
        this.show(await api(`people/${this.id}/chat`));
      } while (this.again);
    } finally {
      this.busy = false;
    }
    this.lookForAnswers();
  }

  show(chat) {
    this.blocked = chat.blocked;
    const grew = this.showMessages(chat.messages);
    const said = grew && chat.messages.at(-1)?.from === "me";
    if (said) this.pinned = true;
    if (said || chat.working !== this.expecting) this.expect(chat.working);
    this.lastOwn = chat.messages.findLast((message) => message.from === "me" && message.text && !message.media);
    const closed = chat.blocked || (!chat.started && chat.messages.length === 0);
    this.foot.classList.toggle("closed", closed);
    this.start.textContent = chat.blocked ? this.words.restart : this.words.start;
    this.showCommands(chat.commands);
    this.showKeyboard(closed ? null : chat.keyboard);
    this.toEnd();
  }

  // Shows that the bot is at work; one that has nothing to say never ends it, so it fades.
  expect(answer) {
    this.expecting = answer;
    this.showWorking(answer);
    clearTimeout(this.fading);
    if (answer) this.fading = setTimeout(() => this.showWorking(false), 10000);
  }

  showWorking(working) {
    this.working = working;
    this.dots.hidden = !working;
    this.showPeer();
  }

  // Keeps the newest message in sight, unless the reader has scrolled up.
  toEnd() {
    if (this.pinned) this.list.scrollTop = this.list.scrollHeight;
  }

  // Gives whether a message was added at the end.
  showMessages(messages) {
    const quote = ({ text, media }) => text.slice(0, 80) || this.words[media?.kind] || "…";
    const quotes = new Map(messages.map((message) => [message.id, quote(message)]));
    const kept = new Set();
    let day = null;
    let before = null;
    let grew = false;
    const place = (key, stamp, make) => {
      kept.add(key);
      let entry = this.shown.get(key);
      if (!entry || entry.stamp !== stamp) {
        const node = make();
        const focused = entry?.node.contains(document.activeElement);
        if (entry) entry.node.replaceWith(node);
        else grew = true;
        entry = { node, stamp };
        this.shown.set(key, entry);
        // An answer by keyboard goes on at the next question.
        if (focused) (node.querySelector("button.inline") || this.entry).focus({ preventScroll: true });
      }
      const next = before ? before.nextSibling : this.list.firstChild;
      if (next !== entry.node) this.list.insertBefore(entry.node, next);
      before = entry.node;
    };
    for (const message of messages) {
      const date = this.format({ weekday: "short", day: "numeric", month: "long" }, new Date(message.at));
      if (date !== day) {
        day = date;
        place(`day ${date}`, date, () => element("p", { class: "day" }, date));
      }
      if (message.reply_to) message.quoted = quotes.get(message.reply_to);
      place(message.id, JSON.stringify(message), () => bubble(message, this.words, (at) => this.format(TIME, new Date(at)), this.acts()));
    }
    if (messages.length === 0) place("empty", this.locale, () => element("p", { class: "day empty" }, this.words.empty));
    for (const [key, { node }] of this.shown) {
      if (!kept.has(key)) {
        if (node.contains(document.activeElement)) this.entry.focus({ preventScroll: true });
        node.remove();
        this.shown.delete(key);
      }
    }
    return grew;
  }

  acts() {
    return {
      press: (node, row, column) => this.press(node, row, column),
      say: (text) => this.act("write", { text }),
      edit: (message) => this.begin({ edit: message.id }, `${this.words.editing}: ${message.text}`, message.text),
      reply: (message) => this.begin({ reply_to: message.id }, `${this.words.replying}: ${message.text || "…"}`, this.entry.value),
    };
  }

  async press(node, row, column) {
    const message_id = Number(node.closest("[data-message]").dataset.message);
    try {
      // Whatever was expected before, this press is expected to be answered anew.
      this.expecting = null;
      const pressed = await api(`people/${this.id}/press`, "POST", { message_id, row, column });
      if (pressed.url) open(pressed.url, "_blank", "noopener");
      if (!pressed.callback_query_id) return;
      node.setAttribute("aria-busy", "true");
      this.waiting.set(pressed.callback_query_id, node);
      // A phone stops its little wheel after a while, answered or not.
      setTimeout(() => this.stopWaiting(pressed.callback_query_id), 15000);
      this.lookForAnswers();
    } catch (error) {
      this.toast(error.message);
    }
  }

  stopWaiting(query) {
    this.waiting.get(query)?.removeAttribute("aria-busy");
    return this.waiting.delete(query);
  }

  async lookForAnswers() {
    for (const query of [...this.waiting.keys()]) {
      // A press that a restart has forgotten waits until its time is over.
      const { answered, answer } = await api(`people/${this.id}/press/${query}`).catch(() => ({}));
      if (!answered || !this.stopWaiting(query)) continue;
      if (answer.url) open(answer.url, "_blank", "noopener");
      if (answer.text && answer.show_alert) this.alert(answer.text);
      else if (answer.text) this.toast(answer.text);
    }
  }

  toast(text) {
    const node = element("p", { class: "toast", dir: "auto" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), 4000);
  }

  alert(text) {
    const close = element("button", { type: "button", name: "ok" }, this.words.ok);
    const dialog = element("div", { class: "alert", role: "alertdialog", "aria-label": text }, element("div", {}, element("p", { dir: "auto" }, text), close));
    const before = document.activeElement;
    close.onclick = () => {
      dialog.remove();
      before?.focus({ preventScroll: true });
    };
    dialog.onkeydown = (event) => event.key === "Escape" && close.click();
    this.root.append(dialog);
    close.focus();
  }

  // What the next text is, besides a new message: an edit or a reply.
  begin(special, label, text) {
    this.special = special;
    const cancel = this.button("cancel", icon("close"), this.words.cancel, () => this.finish());
    this.strip.replaceChildren(element("span", { dir: "auto" }, label), cancel);
    this.strip.hidden = false;
    this.entry.value = text;
    this.grow();
    this.entry.focus();
  }

  finish() {
    this.special = null;
    this.strip.hidden = true;
    this.entry.value = "";
    this.grow();
    this.entry.focus();
  }

  async send(extra = {}) {
    const text = this.entry.value.trim();
    if (!text) return this.entry.focus();
    const body = { text, ...this.special, ...extra };
    this.finish();
    await this.act("write", body);
  }

  async act(name, body = {}) {
    try {
      return await api(`people/${this.id}/${name}`, "POST", body);
    } catch (error) {
      this.toast(error.message);
    }
  }

  grow() {
    this.entry.style.height = "auto";
    this.entry.style.height = `${Math.min(this.entry.scrollHeight, 120)}px`;
    this.foot.classList.toggle("written", this.entry.value.trim() !== "");
  }

  sendFile(kind, file, name) {
    const form = new FormData();
    form.append("kind", kind);
    const caption = this.entry.value.trim();
    if (caption) form.append("caption", caption);
    form.append("file", file, name);
    this.finish();
    return this.act("send", form);
  }

  pickFile(kind, accept) {
    const input = element("input", { type: "file", accept });
    input.onchange = () => input.files[0] && this.sendFile(kind, input.files[0], input.files[0].name);
    input.click();
  }

  async sendSample() {
    const sample = await (await fetch("/sample-voice.ogg")).blob();
    await this.sendFile("voice", sample, "voice.ogg");
  }

  sendPlace() {
    const nairobi = { latitude: -1.2921, longitude: 36.8219 };
    return this.act("location", nairobi);
  }

  // Where there is no microphone, the sample note goes instead.
  async recordVoice() {
    if (this.recording) {
      const { stop } = this.recording;
      this.recording = null;
      this.showRecording(false);
      return this.sendFile("voice", await stop(), "voice.ogg");
    }
    try {
      this.recording = await record();
      this.showRecording(true);
    } catch {
      await this.sendSample();
    }
  }

  showRecording(on) {
    this.mic.classList.toggle("recording", on);
    this.mic.replaceChildren(icon(on ? "stop" : "mic"));
    this.mic.title = on ? this.words.stop : this.words.record;
    this.mic.setAttribute("aria-label", this.mic.title);
  }

  showCommands(commands) {
    const stamp = JSON.stringify([commands, this.locale]);
    if (stamp === this.commandStamp && this.commands.isConnected && this.commands.dataset.stamp === stamp) return;
    this.commandStamp = this.commands.dataset.stamp = stamp;
    const items = commands.map(({ command, description }) => [[element("b", { dir: "ltr" }, `/${command}`), element("span", { dir: "auto" }, description)], () => this.act("write", { text: `/${command}` }), `/${command}`]);
    this.commands.replaceChildren(...(items.length ? [this.menu("commands", "menu", this.words.menu, items)] : []));
  }

  showKeyboard(keyboard) {
    this.keyboard.hidden = !keyboard;
    this.keyboard.replaceChildren();
    for (const row of keyboard?.keyboard || []) {
      const line = element("div");
      for (const { text } of row) {
        const key = element("button", { type: "button", class: "key", dir: "auto" }, text);
        key.onclick = () => this.act("press", { text });
        line.append(key);
      }
      this.keyboard.append(line);
    }
    this.entry.placeholder = keyboard?.input_field_placeholder || this.words.message;
  }

  touched({ target }) {
    const chat = [this.list, this.foot, this.keyboard].some((part) => part.contains(target));
    if (this.unread && chat) {
      this.unread = 0;
      this.act("opened");
    }
  }

  async lock(on) {
    this.lockView.hidden = !on;
    this.root.classList.toggle("is-locked", on);
    if (on) {
      await this.showNotes();
      this.lockView.querySelector("button").focus();
    } else {
      await this.act("opened");
      this.entry.focus({ preventScroll: true });
    }
  }

  async showNotes() {
    const notes = await api(`people/${this.id}/lockscreen`);
    const stamp = JSON.stringify(notes);
    if (stamp === this.notesStamp) return;
    this.notesStamp = stamp;
    this.notes.replaceChildren(...notes.reverse().map(({ title, text, at }) =>
      element("li", {}, element("span", { class: "heart", "aria-hidden": "true" }), element("div", {},
        element("b", {}, title), element("time", { datetime: at }, this.format(TIME, new Date(at))),
        element("p", { dir: "auto" }, text)))));
    if (!notes.length) this.notes.append(element("li", { class: "none" }, this.words.quiet));
  }
}

function initials(name) {
  const parts = name.split(/\s+/).filter(Boolean);
  return parts.slice(0, 2).map((part) => [...part][0]).join("").toUpperCase();
}
