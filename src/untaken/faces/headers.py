"""What both servers say in every answer: nothing of it is kept, guessed at, passed on, or shown inside another site."""

GUARDED = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
