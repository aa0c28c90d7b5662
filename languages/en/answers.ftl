# What only the member who asked can read.

answers-no-such-task = The video's provider knows no such task, or is switched off. Check the id.
