# Why the bot did not post a video. Shown on the card of the job.

delivery-not-fetched = The finished video could not be fetched from its provider.
delivery-place-gone = The channel for the finished video is gone. The video is kept.
delivery-not-allowed = The bot may not post the finished video here. The video is kept.
delivery-too-large = The finished video is too large for this server. The video is kept.
# No video was made; its credits went back.
delivery-given-up = A moderator has given this video up.
