"""Echoes text messages through any Bot API server: echo_ptb.py BASE_URL TOKEN (needs python-telegram-bot)."""

import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters


async def echo(update: Update, _context) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])
    await update.effective_message.reply_text(update.effective_message.text, reply_markup=keyboard)


async def again(update: Update, _context) -> None:
    await update.callback_query.answer("Again it is")
    await update.callback_query.edit_message_text(update.effective_message.text + "!")


def main() -> None:
    base_url, token = sys.argv[1:]
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{base_url}/bot")
        .base_file_url(f"{base_url}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(again))
    application.run_polling(timeout=5, allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
