"""Every sentence that people read of a scenario or a walk, once: whole, with its parts as arguments, to be translated.

No other module puts a sentence together; a face, a picture and a file take it from here.
"""
