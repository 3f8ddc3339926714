"""Which verbs there are, and which form of which verb a word may be.

``verbs.bin`` holds 5,000 verbs with their forms, and which of these may be other words as well (``LICENSE`` beside it
says where they come from); ``words`` looks a word up.
"""
