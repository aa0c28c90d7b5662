# The first message on a server that has invited the bot. Everybody can read it; it speaks to moderators.

welcome-title = Hello! This bot turns pictures into short videos
welcome-try = Everybody can try it now: send `/animate` and attach a picture. `/help` shows the rest.

welcome-set = For moderators: what you can set
# $allowance: "100 credits per day".
welcome-set-allowance = `/quota set-default` what each member may spend; now it is { $allowance }
welcome-set-limits = `/settings limits` what all may spend together
welcome-set-where = `/settings channels` and `/settings roles`: where and by whom videos are made
welcome-set-log = `/settings log-channel` where you read of reports and of what waits for you
welcome-set-more = `/settings show` has all of it, and `/status` says how everything goes

welcome-permissions = Permissions
welcome-complete = The bot has all that it needs.
# A list of permissions follows, and then what to do. "Server Settings" and "Roles" are Discord's names of its pages.
welcome-lacking = On this server its role is missing:
welcome-lacking-mend = Give them to it in **Server Settings**, **Roles**.
welcome-lacking-here = In this channel it is missing, although its role has it:
welcome-lacking-here-mend = Give them to it in this channel's settings, or use other channels.

# A button: at most 34 characters.
welcome-check = Check again
