# What only the member who asked can read.

answers-unchanged = **Nothing was changed.**

# An order was taken. $when counts down ("in 3 minutes").
answers-ordered = Your video is ordered
answers-next = Next in line, expected { $when }.
answers-place = Place { $place } in the queue, expected { $when }.
# $price is "12 credits"; $left is one of quota-has… ("**3** of 20 left until …", "no limit").
answers-costs = It costs **{ $price }**; you have { $left }.
answers-go-back = If the video cannot be made, its credits go back.
# The card is the public message that shows how far along the video is.
answers-card-soon = Its card is about to appear.
# A button.
answers-show-card = Show the card

# An order was not taken; the reasons stand below the title.
answers-refused = This cannot be made
answers-refused-now = **Nothing was charged.** Change it and try again.

answers-not-handed-over = Discord did not hand the picture over; attach it again.

# A command was not carried out; the reasons stand below the title.
answers-not-done = Not done
answers-no-such-task = The video's provider knows no such task, or is switched off. Check the id.

# "Manage Server" is a permission, as Discord calls it in the reader's language. A list of roles follows the second.
answers-not-moderator = Only moderators can do this
answers-moderators = Moderators are members with Manage Server.
answers-moderators-roles = Moderators are members with Manage Server, or with one of these roles:

# The names of missing permissions follow as a list.
answers-may-not-post = The bot may not post here
answers-missing = In this channel it is missing:
answers-missing-now = **Nothing was charged.** Use another channel, or ask a moderator to give the bot these permissions.

# Permissions, as Discord calls them in the reader's language.
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-create-public-threads = Create Public Threads
permission-attach-files = Attach Files
permission-embed-links = Embed Links
permission-read-message-history = Read Message History

answers-database-away = Not possible right now
answers-no-database = The bot cannot reach its database.
answers-nothing-accepted = **Nothing was accepted and nothing was charged.** Please try again in a few minutes.
answers-see-before-repeating = Please try again in a few minutes. Before you repeat a change, see whether it was made: moderators in `/settings history`, others in `/usage show` or `/jobs list`.

answers-taken-already = Already ordered
answers-taken-once = This very order was taken once, and is not charged again.
answers-see-list = See it with `/jobs list`.

# Somebody wanted to do something with a video that is no longer as it was.
answers-moved-on = It has moved on
answers-somebody-quicker = Somebody was quicker, or the video went its way. See it with `/jobs show`.

# A moderator wants to decide about a video. $when counts down ("in 3 minutes").
answers-not-yet = Not yet
answers-finding-out = The bot is still finding out what became of this video.
answers-decide-when = You can decide { $when }.
answers-not-attached = Not attached
answers-task-of-another = This task belongs to another video. Check its id.

answers-broken = Something went wrong on our side
answers-may-be-ordered = Look at `/jobs list` before you try again: your video may have been ordered.
answers-try-again = **Nothing was charged.** Please try again.
answers-incident = If it happens again, tell a moderator: incident { $incident }

answers-outdated = This command has changed
answers-old-form = Discord still shows you its old form.
answers-restart-discord = **Nothing was charged.** Restart Discord, then send the command again.

# The list of models. $lengths is "5 or 10", or "3 to 15"; $extras "an end picture, sound and voices".
answers-models = Models
answers-no-model = No model is on at the moment. Please tell a moderator.
answers-about-models = Name one as `model` in `/animate`. Prices in credits, from the shortest video to the longest.
answers-more-models = And { $more } more: type a few letters into the `model` option.
answers-model-seconds = { $lengths } seconds
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** to **{ $highest }**
# Remarks on a model, in a row.
answers-model-default = used when you name none
# $time is "3 minutes".
answers-model-quickest = from about { $time }
answers-model-takes = takes { $extras }
answers-model-prompt = needs a prompt
