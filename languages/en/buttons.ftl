# The buttons below a video's card and below the video itself, and what they lead to.

# Labels: at most 34 characters, the shorter the better: four of them stand beside each other on a phone.
button-cancel = Cancel
button-again = Again
button-edit = Edit
button-delete = Delete
button-delete-now = Delete it
button-keep = Keep it
# Tells the server's moderators of a video that should not be here.
button-flag = Report
button-block = Block the member
button-download = Download

button-in-hand = Your press is being worked on already. One press is enough.
button-just-ordered = You have just ordered this once more. If you want yet another, press again in a few seconds.
button-unknown = The bot does not know this button: it is of another version. `/jobs list` shows what can be done with your videos.
button-no-such-job = The bot does not know this video any more.
button-was-deleted = This video was deleted, so nothing more can be done with it here.
button-not-yours = Only whoever ordered this video, or a moderator, can do that.

# The question before a video is deleted, and what its answers lead to.
button-delete-question = Delete this video?
button-delete-means = Its message is deleted here, and nobody can post it again. Its credits stay spent. The card says who deleted it.
button-deleted = Deleted
button-deleted-soon = The video is deleted. Its message goes in a moment, if it has not gone yet.
button-kept = Nothing was deleted
button-kept-why = The video stays where it is.
# The same for a card of a video that was not made.
button-empty-question = Delete what this card shows?
button-empty-means = Its picture and its words are deleted here, and nobody can order it again from here. No credits move. The card says who deleted them.
button-emptied-soon = Picture and words go from the card in a moment.
button-not-deletable = There is no video to delete: it is not posted yet, or it was deleted already.

# The title of the form that "Edit" opens: at most 45 characters.
button-edit-title = The same picture once more

# The form that "Report" opens. Title and label: at most 45 characters; what stands below the label: at most 100.
button-flag-title = Report this video
button-flag-reason = What is wrong with it?
button-flag-about = The moderators of this server read it, with your name.
button-reason-blank = Please write a reason in words.
button-flagged = Reported
button-flagged-log = The moderators of this server were told. Thank you.
# There is no channel where the bot could tell them.
button-flagged-no-log = It is kept for the moderators of this server, who see it in `/settings history`. This server has not told the bot where to post reports: please tell a moderator as well.
button-flagged-already = Reported already
button-flagged-already-why = You have reported this video before. The moderators know.
button-flagged-often = Too many reports
# $when counts down ("in 20 minutes").
button-flagged-often-why = You have reported many videos in a short time. The next report is possible { $when }.

# The form that "Block the member" opens.
button-block-title = Block this member
button-block-reason = Reason, which the member reads
button-block-about = They cannot order videos until /quota unblock.
button-nobody-to-block = Whoever ordered this video has had their data erased, so there is nobody to block.

# Below a reported video in the log channel. A link.
button-flag-show = Show it
