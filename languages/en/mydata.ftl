# What a member reads about their own data: /mydata export and /mydata delete.

# In the place of a member's name, inside of sentences: "For …", "by …".
mydata-nobody = somebody whose data were erased

# Reasons on the card of a video, after its member has had their data erased.
mydata-not-posted = Whoever ordered it has had their data erased, so the video is not posted.
mydata-not-made = Whoever ordered it has had their data erased, so the video is not made.

# The answer to /mydata export, above the file.
mydata-packed = Your data
mydata-packed-all = This file holds all that is stored about you, on every server of this bot. Nobody else can see it here.
mydata-packed-some = { $left ->
    [one] One picture, the oldest, did not fit into it.
   *[other] { $left } pictures, the oldest, did not fit into it.
}
mydata-nothing = Nothing is stored about you.
mydata-too-much = It is more than Discord takes in one file. Please ask the operator of this bot for it.
# A second command while the first still works.
mydata-in-hand = Your file is being made already. It takes a moment.

# README.txt beside the data.
mydata-readme-title = Your data in Stillmotion
mydata-readme-data = data.json: all rows that name you, by table, with the ids as Discord writes them. 0 stands for somebody else.
mydata-readme-ledger = ledger.csv: every change of your credits, for a spreadsheet.
mydata-readme-pictures = pictures/: the pictures that you have animated, as far as they are still kept. They are named by their video's id.
mydata-readme-left = { $left ->
    [one] One picture, the oldest, did not fit into this file.
   *[other] { $left } pictures, the oldest, did not fit into this file.
}
mydata-readme-videos = Finished videos are in Discord and not here. One that Discord has not taken comes with /jobs resend.
mydata-readme-delete = To have it erased, use /mydata delete.
# $videos and $pictures are "3 videos" and "2 pictures".
mydata-readme-counts = In it: { $videos }, { $pictures }.

mydata-videos-count = { $videos ->
    [one] { $videos } video
   *[other] { $videos } videos
}
mydata-pictures-count = { $pictures ->
    [one] { $pictures } picture
   *[other] { $pictures } pictures
}

# The question of /mydata delete: what goes, what stays, two buttons.
mydata-question = Erase your data?
mydata-what-is-there = There are { $videos } and { $pictures } of yours, on { $servers ->
    [one] { $servers } server
   *[other] { $servers } servers
}.
mydata-goes = What goes
mydata-goes-words = Prompts, pictures, drafts, and videos that the bot still keeps; reasons that were written about you.
mydata-goes-name = Your name in the credits' ledger, in the list of changes and in the cards: nobody can tell any more whose they were. It cannot be undone.
mydata-goes-queued = { $videos ->
    [one] { $videos } video that waits for its turn is cancelled.
   *[other] { $videos } videos that wait for their turn are cancelled.
}
mydata-goes-being-made = { $videos ->
    [one] **{ $videos } video is being made** and cannot be stopped: it is paid, and not posted. If you want it, wait until it is there.
   *[other] **{ $videos } videos are being made** and cannot be stopped: they are paid, and not posted. If you want them, wait until they are there.
}
# $price is "12 credits".
mydata-goes-granted = { $price } that were granted to you are lost.
mydata-stays = What stays
mydata-stays-posted = Messages and names of threads in Discord. Delete your videos there first: afterwards only moderators can do it.
# $when counts down ("in 3 hours").
mydata-stays-used = What you have used of your allowance, as a number, until it renews { $when }.
mydata-stays-ruled = { $servers ->
    [one] A block or a lower allowance that moderators have set for you, on { $servers } server, with your id, until they take it back or it ends.
   *[other] Blocks or lower allowances that moderators have set for you, on { $servers } servers, with your id, until they take them back or they end.
}
# Buttons: at most 34 characters.
mydata-yes = Erase everything
mydata-no = Keep it
mydata-erasing = Erasing your data …
mydata-erased = Your data are erased
mydata-erased-cards = The newest cards lose their words within the next minutes.
mydata-erased-again = You can go on using the bot whenever you like.
mydata-kept = Nothing was erased
mydata-of-another = This question is somebody else's. Yours is in `/mydata delete`.
