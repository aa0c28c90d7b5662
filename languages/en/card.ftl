# The public messages of a job: its card (the message that shows how far along it is), its thread, and its video.

# States of a video, as titles.
state-queued = Waiting for its turn
state-submitting = Being handed over
state-running = Being made
state-delivering = Finished, on its way here
state-delivered = Ready
state-failed = Not made
state-canceled = Cancelled
state-uncertain = On hold
state-undeliverable = Made, but not posted
state-deleted = Deleted

# How the video stands now. $member is a mention, $when counts ("in 3 minutes", and
# once the moment has passed "5 minutes ago"), $at is the same moment ("12:34"), $time "3 minutes", $price "12 credits".
card-now-queued = For { $member }. Once its turn has come, it usually takes { $time }.
card-now-running = For { $member }. Expected at { $at } ({ $when }).
card-now-late = For { $member }. It takes far longer than usual, and is posted whenever it is ready. { $price } stay set aside until then.
card-now-delivering = For { $member }. The video is about to be posted.
card-now-delivered = For { $member }. The video is posted.
card-now-delivered-below = For { $member }. The video is in the thread below.
# $actor is a mention, too; $when counts ("3 minutes ago").
card-now-deleted = For { $member }. The video was deleted by { $actor } { $when }.
card-now-emptied = For { $member }. Picture and words were deleted by { $actor } { $when }.
card-now-failed = For { $member }. Nothing was charged: { $price } went back.
card-now-canceled = For { $member }. Nothing was charged: { $price } went back.
card-now-uncertain = For { $member }. The video provider does not say what became of this video, so nothing is sent twice. { $price } stay set aside until a moderator has decided.
card-now-undeliverable = For { $member }.

# In the queue, before the video is made.
card-next = It is next in the queue.
card-place = It is number { $place } in the queue.
card-unstoppable = It cannot be cancelled any more: its provider cannot be stopped.

# In the line below card-now-failed and card-now-undeliverable, where no other reason is known.
card-not-made = The video could not be made.
card-not-taken = Discord did not take the video.

# Read aloud to those who cannot see the picture.
card-picture = The picture that becomes a video
# A button.
card-watch = Watch the video
# The last line: the id by which the video is named.
card-job = job { $job }

# The name of the video's thread, where there is no prompt.
card-thread-of = Video for { $member }
card-thread = A new video

# Beside the finished video.
card-result = { $member }, your video is ready.
card-made-with-ai = made with AI

# What was asked for, shortly, in a row: "5 s · pro · camera zoom -5".
card-without = without: { $words }
card-seconds = { $seconds } s
# $provider is the name of the service that makes the video.
card-by = by { $provider }
card-end-picture = end picture
card-cfg = cfg { $value }
# $move is one of choice-camera-… in commands.ftl.
card-camera = camera { $move }
card-camera-by = camera { $move } { $strength }
card-motion-brush = motion brush
card-sound = sound
card-voices = { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
}
card-watermark = watermark
# $price is "12 credits".
card-set-aside = { $price } set aside
card-not-charged = not charged
