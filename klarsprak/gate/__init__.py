"""Holds back letters that break the organisation's promises before they leave the house."""
