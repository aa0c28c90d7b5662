# The message with the finished video: what was done so that it arrives, below "your video is ready".

# $was and $size are numbers.
result-smaller = Made smaller for this server: { $size } MB instead of { $was } MB.
result-converted = Converted, so that it plays everywhere.
# The link itself stands in the next line. $until is a date and a time.
result-link = It is too large for this server, so here is a link to it. The link works until { $until }.
result-link-of-provider = It is too large for this server, so here is the link of its provider. Save the video soon: such links end without notice.

# On the card, in place of "The video is posted". $member is a mention.
result-now-linked = For { $member }. The video is too large for this server, so a link to it is posted.
result-now-linked-below = For { $member }. The video is too large for this server, so a link to it is in the thread below.
