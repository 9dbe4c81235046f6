"""Telephones that vote in a class: the room in which they do, the page that they show, and its server."""
