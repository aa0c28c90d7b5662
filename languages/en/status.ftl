# What `/status` shows to moderators.

status-title = How everything goes

status-here = Videos of this server
status-nothing-open = Nothing waits, and nothing is being made.
status-open = Waiting: **{ $waiting }** · being made: **{ $making }**
# $when counts from a moment in the past: "3 minutes ago".
status-oldest = The one that waits longest was ordered { $when }.
# They share the providers with this server.
status-others = On other servers: waiting { $waiting }, being made { $making }

# Below it: numbers of videos, each with what can be done.
status-stuck = May need you
status-stuck-late = { $number ->
    [one] **1** takes far too long. The bot goes on asking its provider; `/jobs resolve` ends it.
   *[other] **{ $number }** take far too long. The bot goes on asking their providers; `/jobs resolve` ends them.
    }
status-stuck-uncertain = { $number ->
    [one] **1** is on hold: its provider does not say what became of it. `/jobs resolve` decides.
   *[other] **{ $number }** are on hold: their providers do not say what became of them. `/jobs resolve` decides.
    }
status-stuck-undeliverable = { $number ->
    [one] **1** is finished and could not be posted. Give the bot what it lacks, then `/jobs resend` posts it.
   *[other] **{ $number }** are finished and could not be posted. Give the bot what it lacks, then `/jobs resend` posts them.
    }

status-providers = Providers in the last 24 hours
# $provider: its name. $made of $ended videos of this server were made, the others failed.
status-provider-idle = { $provider }: nothing ended
status-provider = { $provider }: { $made } of { $ended } made
# $time: "3 minutes", from the order to the video.
status-provider-time = { $provider }: { $made } of { $ended } made, usually after { $time }
# $when counts down: "in 3 minutes".
status-paused = Paused, tried again { $when }: the account with it does not work, which whoever runs the bot can mend.
# $model: as its provider names it.
status-paused-model = { $model } is paused, tried again { $when }: it is not there at the moment.

status-bot = The bot
status-well = Discord, the database and all tasks are well.
status-wrong-gateway = It is not connected to Discord.
status-wrong-database = Its database does not take anything; nothing can be ordered.
status-wrong-loops = Some of its tasks stand still. Whoever runs it should look at its logs.
status-version = Stillmotion { $version }
