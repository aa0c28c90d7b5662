# The report of a period for moderators: the text, the picture beside it, and the table of the ledger.

report-title = Report
# $first and $last are days.
report-days = { $first } to { $last }
report-videos = { $videos ->
    [one] { $videos } video
   *[other] { $videos } videos
}
# $credits is "12 credits", $videos "3 videos"; $failed is a number of videos.
report-result = **{ $credits }** spent · **{ $videos }** delivered · { $failed } failed
# These three stand in a row; $videos is a number of videos, $credits is "12 credits".
report-canceled = { $videos } cancelled
report-undelivered = { $videos } made, but not posted
report-on-the-way = { $videos } on the way, { $credits } set aside
# $half and $most are lengths of time: "3 minutes".
report-came = It came within **{ $most }**.
report-nine-of-ten = Nine of ten came within **{ $most }**.
report-half = Half of them came within **{ $half }**, nine of ten within **{ $most }**.
report-most-by = Most was spent by { $member }: { $credits }.

# Read aloud to those who cannot see the picture.
report-described = Charts: { $credits } spent, { $videos } delivered, { $failed } failed
report-no-picture = The picture could not be drawn this time. Send the command again to try it once more.
report-ledger = Every entry of the ledger, for a spreadsheet.
report-ledger-times = The ledger goes by when entries were written, the picture by when videos were ordered.
report-ledger-too-large = The ledger of this period is too large for Discord. Choose a shorter period to get it as a file.

# Words in the picture: short, about 30 characters for headings.
report-chart-title = Videos and credits
report-chart-credits-by-day = Credits per day
report-chart-credits-by-week = Credits per week
report-chart-videos = Videos
report-chart-delivered = { $videos } delivered
report-chart-failed = { $videos } failed
report-chart-models = Credits by model
report-chart-members = Credits by member
# A member whose name is not known; $ending are the last digits of their id.
report-chart-member = member …{ $ending }
# All other members, or models.
report-chart-others = others
report-chart-waiting = Waiting time
# $median and $most are lengths of time: "45 s", "4 min", "1.5 h".
report-chart-within = half in { $median }, 90% in { $most }
report-chart-nothing = No videos in this period
report-chart-seconds = { $number } s
report-chart-minutes = { $number } min
report-chart-hours = { $number } h

# Headings of the table's columns.
report-column-entry = entry
report-column-time = time (UTC)
report-column-member = member
report-column-kind = kind
# The number of a grant; empty for the allowance.
report-column-grant = grant
# The id of an ordered video.
report-column-job = job
report-column-added = added
# Credits that are set aside.
report-column-held = held
report-column-spent = spent
# Who did it.
report-column-actor = actor
# The other member of a gift.
report-column-partner = partner
report-column-reason = reason
