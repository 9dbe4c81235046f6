"""Pure views: a picture or a model in, text or tables out. No view knows another."""
