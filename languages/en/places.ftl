# Where a video and its card (the message that shows how far along it is) are posted. Threads and forums are Discord's.

# To whom ordered a video: where it will be.
places-told-thread = The video comes into a thread below its card.
places-told-member = Card and video come into your thread in this channel.
places-told-channel = Card and video come into this channel.
places-told-inside = Card and video come into this thread.
places-told-no-threads = Card and video come into this channel, which has no threads.
# $permissions is a list of permission-… in answers.ftl.
places-told-missing = Card and video come into this channel: for a thread the bot is missing { $permissions }.

# An order was not taken, from a private thread in Discord.
places-private = The bot is not in this private thread, so it could not post the video. Mention the bot here to let it in, or use another channel.

# To moderators: what it means to choose one of changes-place-… in changes.ftl.
places-means-thread = The channel shows the card of each video, and the video comes into a thread below its card.
places-means-member = Each member has one thread in a channel: their first card opens it, and all their later cards and videos go into it.
places-means-channel = The channel shows cards and videos, and no thread is opened.
places-means-always = What is ordered inside a thread or a forum post stays there. Where the bot may not open threads, and in voice channels, all goes into the channel itself.

# The name of a member's thread.
places-thread-of = Videos for { $member }
places-thread = Videos
