"""LanguageTool's HTTP API, version 2, so that the programs that speak it can ask us instead.

After https://languagetool.org/http-api/ and, where that is silent, after what LanguageTool's own server does.
"""
