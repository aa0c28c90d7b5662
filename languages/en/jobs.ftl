# A member's videos ("jobs"): the list, all about one, and what became of wishes for it.

# By what the list can be narrowed down; choices of `/jobs list`.
jobs-group-all = all
jobs-group-on-the-way = on the way
jobs-group-ready = ready
jobs-group-not-made = not made
jobs-group-on-hold = on hold
jobs-group-not-posted = not posted

jobs-yours = Your videos
# $group is one of the above.
jobs-yours-that-are = Your videos: { $group }
jobs-none-yet = None yet. Order one with `/animate`.
jobs-none = None at the moment.
jobs-show-one = All about one: `/jobs show`
# Buttons below the list.
jobs-newer = ◀ Newer
jobs-older = Older ▶

# What can be done with a video in each state.
jobs-next-queued = `/jobs cancel` takes it back, and its credits with it.
jobs-next-delivered = `/jobs retry` orders it once more. `/jobs resend` posts it again if its message was deleted.
jobs-next-deleted = `/jobs retry` orders it once more.
jobs-next-failed = `/jobs retry` orders it once more.
jobs-next-canceled = `/jobs retry` orders it once more.
jobs-next-uncertain = A moderator decides with `/jobs resolve`.
jobs-next-undeliverable = `/jobs resend` posts it again, at no cost.

# In a row, for moderators: "kling · task 829 · attempt 1".
jobs-task = task { $task }
jobs-task-unknown = unknown
jobs-attempt = attempt { $attempt }

# The member chose the provider themselves.
jobs-ordered-from = Ordered from { $provider }
# $price is "12 credits".
jobs-price-back = **{ $price }** went back, nothing was charged
jobs-price-spent = **{ $price }** spent
jobs-price-held = **{ $price }** set aside
jobs-place = Place { $place } in the queue

# $when is a date with time; in the last one it counts ("3 minutes ago").
jobs-ordered-at = Ordered { $when }
jobs-handed-over-at = Handed over { $when }
jobs-changed-at = Last change { $when }

# Links to the card (the public message that shows how far along the video is), to its thread and to the video.
jobs-card = Card
jobs-thread = Thread
jobs-video = Video

# In place of the prompt, where there was none.
jobs-no-prompt = no prompt

jobs-canceled = Cancelled
# $price is "12 credits".
jobs-went-back = **{ $price }** went back. Nothing was charged.

# Why a video cannot be taken back.
jobs-too-late = Too late to cancel
jobs-too-late-submitting = It is being handed over to its provider, which cannot be stopped any more.
jobs-too-late-running = Its provider is making it, and cannot be stopped. The video comes when it is ready.
jobs-too-late-delivering = It is made already, and about to be posted.
jobs-too-late-uncertain = Its provider may have it, and cannot be stopped. A moderator decides about it.
jobs-too-late-canceled = It was cancelled already.
jobs-too-late-ended = It has ended already.

# What became of the wish to post a video again.
jobs-on-its-way = On its way
jobs-posted-soon = The video is posted again as soon as it is fetched, and is not charged again.
jobs-still-there = It is there already
# $address is a link.
jobs-still-stands = Its message still stands: { $address }
jobs-gone = The video is gone
jobs-no-longer-had = It was posted once, and its provider no longer has it. `/jobs retry` orders it once more.
jobs-not-now = Not possible right now
jobs-cannot-be-asked = Discord or the video's provider cannot be asked. Please try again in a few minutes.
jobs-deleted = The video was deleted
jobs-nothing-to-post = Nothing to post

# Why a command for a video was not carried out.
jobs-not-ended = This video has not ended yet. One that has ended can be ordered once more.
jobs-not-on-hold = This video is not on hold, so there is nothing to decide. See it with `/jobs show`.
# "release" is a choice of the command, and stays as it is.
jobs-late-with-task = This video is late, but its task is known. It can be waited for, or given up: `release`.
jobs-attach-needs-task = `attach` needs the `task`, and only `attach` takes one.
jobs-no-such-job = You have no such video here. Choose one of those that are suggested; see `/jobs list`.
jobs-of-another = This list is somebody else's. Yours is in `/jobs list`.
jobs-pictures-gone = The pictures of that video are no longer kept. Attach the picture again with `/animate`.
