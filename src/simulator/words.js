// The words of the phones themselves, which Telegram's app would say in the phone's language.

const ENGLISH = {
  message: "Message", send: "Send", start: "Start", restart: "Unblock", bot: "bot", typing: "typing…", edited: "edited",
  edit: "Edit", reply: "Reply", editing: "Editing", replying: "Reply to", cancel: "Cancel", menu: "Commands", attach: "Attach",
  photo: "Photo", file: "File", voice: "Voice message", sample: "Sample voice note", voiceFile: "Voice from a file",
  location: "My location", contact: "My contact", sticker: "Sticker", record: "Record a voice message", stop: "Stop and send",
  play: "Play", more: "More", lock: "Lock the phone", unlock: "Unlock", block: "Block the bot", clear: "Clear chat",
  protected: "Protected: cannot be forwarded or saved", silent: "Came silently", empty: "No messages yet", quiet: "No notifications",
  ok: "OK", today: "Today", stranger: "What a stranger would see", forward: "Forward these words as a neighbour's",
};

const OTHERS = {
  fr: {
    message: "Message", send: "Envoyer", start: "Démarrer", restart: "Débloquer", typing: "écrit…", edited: "modifié",
    edit: "Modifier", reply: "Répondre", editing: "Modification", replying: "Réponse à", cancel: "Annuler", menu: "Commandes",
    attach: "Joindre", photo: "Photo", file: "Fichier", voice: "Message vocal", sample: "Exemple de note vocale",
    voiceFile: "Voix depuis un fichier", location: "Ma position", contact: "Mon contact", sticker: "Autocollant",
    record: "Enregistrer un message vocal", stop: "Arrêter et envoyer", play: "Écouter", more: "Plus", lock: "Verrouiller",
    unlock: "Déverrouiller", block: "Bloquer le bot", clear: "Effacer la discussion", protected: "Protégé : ni transfert ni copie",
    silent: "Arrivé sans bruit", empty: "Aucun message", quiet: "Aucune notification", today: "Aujourd’hui",
    stranger: "Ce que verrait un inconnu", forward: "Transférer comme venant d’un voisin",
  },
  es: {
    message: "Mensaje", send: "Enviar", start: "Iniciar", restart: "Desbloquear", typing: "escribiendo…", edited: "editado",
    edit: "Editar", reply: "Responder", editing: "Editando", replying: "Respuesta a", cancel: "Cancelar", menu: "Comandos",
    attach: "Adjuntar", photo: "Foto", file: "Archivo", voice: "Mensaje de voz", sample: "Nota de voz de ejemplo",
    voiceFile: "Voz desde un archivo", location: "Mi ubicación", contact: "Mi contacto", sticker: "Pegatina",
    record: "Grabar un mensaje de voz", stop: "Parar y enviar", play: "Reproducir", more: "Más", lock: "Bloquear el teléfono",
    unlock: "Desbloquear", block: "Bloquear el bot", clear: "Vaciar el chat", protected: "Protegido: no se puede reenviar ni guardar",
    silent: "Llegó en silencio", empty: "Aún no hay mensajes", quiet: "Sin notificaciones", today: "Hoy",
    stranger: "Lo que vería un extraño", forward: "Reenviar como palabras de un vecino",
  },
  sw: {
    message: "Ujumbe", send: "Tuma", start: "Anza", restart: "Ondoa kizuizi", typing: "inaandika…", edited: "imehaririwa",
    edit: "Hariri", reply: "Jibu", editing: "Unahariri", replying: "Jibu kwa", cancel: "Ghairi", menu: "Amri",
    attach: "Ambatisha", photo: "Picha", file: "Faili", voice: "Ujumbe wa sauti", sample: "Mfano wa sauti",
    voiceFile: "Sauti kutoka faili", location: "Mahali nilipo", contact: "Nambari yangu", sticker: "Kibandiko",
    record: "Rekodi sauti", stop: "Simamisha na utume", play: "Cheza", more: "Zaidi", lock: "Funga simu", unlock: "Fungua",
    block: "Zuia bot", clear: "Futa mazungumzo", protected: "Imelindwa: haiwezi kusambazwa", silent: "Ilikuja kimya",
    empty: "Hakuna ujumbe bado", quiet: "Hakuna arifa", ok: "Sawa", today: "Leo", stranger: "Anachoona mtu mwingine",
    forward: "Sambaza kama maneno ya jirani",
  },
  ar: {
    message: "رسالة", send: "إرسال", start: "ابدأ", restart: "إلغاء الحظر", bot: "بوت", typing: "يكتب…", edited: "مُعدّلة",
    edit: "تعديل", reply: "رد", editing: "تعديل", replying: "رد على", cancel: "إلغاء", menu: "الأوامر", attach: "إرفاق",
    photo: "صورة", file: "ملف", voice: "رسالة صوتية", sample: "مثال صوتي", voiceFile: "صوت من ملف", location: "موقعي",
    contact: "رقمي", sticker: "ملصق", record: "تسجيل رسالة صوتية", stop: "إيقاف وإرسال", play: "تشغيل", more: "المزيد",
    lock: "قفل الهاتف", unlock: "فتح", block: "حظر البوت", clear: "مسح المحادثة", protected: "محمية: لا تُعاد ولا تُحفظ",
    silent: "وصلت بصمت", empty: "لا رسائل بعد", quiet: "لا إشعارات", ok: "حسنًا", today: "اليوم",
    stranger: "ما قد يراه شخص غريب", forward: "إعادة توجيه ككلام جار",
  },
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps"]);

// The words, the locale for dates and the writing direction of a phone.
export function language(code) {
  const primary = (code || "en").split("-")[0];
  return {
    locale: code || "en",
    words: { ...ENGLISH, ...OTHERS[primary] },
    direction: RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr",
  };
}
