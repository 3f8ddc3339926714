"""The panes that stand beside a letter in Word and a mail in Outlook, and what runs before a mail is sent."""
