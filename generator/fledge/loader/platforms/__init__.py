"""Documentation platforms, one module each: where their pages carry OpenAPI, and in which form.

A module that binds `PLATFORM` is a platform. No list names the modules, so that a new one is one file.
"""
